own = Eigenes
