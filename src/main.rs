//! The program: arguments, order of steps, exit status. The work is in the library.

mod build;
#[cfg(feature = "cards")]
mod cards;
mod editor;
mod explain;
mod load;
mod new;
mod serve;
mod translate;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Turns one TOML file per response code into a website that compares every two of them.
#[derive(Debug, Parser)]
#[command(name = "versus", version)]
struct Arguments {
    /// Folder that holds content/, locales/, templates/ and static/
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site
    Build {
        /// Folder to build into [default: public/ below the root]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Where the site will stand, instead of base_url in content/site.toml
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
    },
    /// Draw the pictures of previews and the icons into static/
    #[cfg(feature = "cards")]
    Cards {
        /// Only tell which are out of date
        #[arg(long)]
        check: bool,
    },
    /// Report every problem in content, locales and templates, without writing
    Check {
        /// How to show problems
        #[arg(long, value_enum, default_value_t = Format::Full)]
        format: Format,
    },
    /// Say what a kind of problem means and how to mend it
    Explain {
        /// The name in brackets, for example unknown-key; without it, all kinds
        id: Option<String>,
    },
    /// Write the schemas by which editors complete and check content files
    Schema {
        /// Folder to write into [default: schemas/ below the root]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Serve the site while you edit: the open page follows every change, and errors are shown as the page
    Serve {
        /// Port on 127.0.0.1 [default: 8000, or the next one that is free]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
    },
    /// Write a starter for a code, a comparison (486-600) or a whole protocol
    New {
        /// The protocol: a folder under content/; alone, a new one
        protocol: String,
        /// The code, for example 499, or two of them, for example 486-600
        code: Option<String>,
        /// The phrase of a code, for example "Reason"
        phrase: Option<String>,
    },
    /// List what a language lacks; write a starter file; record that a translation follows its source
    Translate {
        /// The language, for example ja
        tag: String,
        /// A code or pair, for example 486 or 486-600
        code: Option<String>,
        /// Record that the translations follow their sources as they are now
        #[arg(long)]
        accept: bool,
    },
}

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the line, a caret and help
    Full,
    /// One line each: path:line:column: error[id]: message
    Short,
    /// One JSON object a line, for programs
    Json,
}

/// How a command ended: 0, 1 or 2 as exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong.
    Clean,
    /// Content, locales or templates are wrong, and a contributor can mend them.
    Problems,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let root = arguments.root;
    let result = match arguments.command {
        Command::Build { out, base_url } => build::build(&root, out, base_url),
        #[cfg(feature = "cards")]
        Command::Cards { check } => cards::cards(&root, check),
        Command::Check { format } => build::check(&root, format),
        Command::Explain { id } => explain::explain(id.as_deref()),
        Command::Schema { out } => editor::schemas(&root, out),
        Command::Serve { port } => serve::serve(&root, port),
        Command::New {
            protocol,
            code,
            phrase,
        } => new::new(&root, &protocol, code.as_deref(), phrase.as_deref()),
        Command::Translate { tag, code, accept } => {
            translate::translate(&root, &tag, code.as_deref(), accept)
        }
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(message) => {
            build::say(&format!("error: {message}"));
            ExitCode::from(2)
        }
    }
}
