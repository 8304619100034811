//! Files that are no pages: those of `static/`, and those that programs read.

use super::Site;
use super::known::Known;
use crate::asset::Output;
use crate::machine::{self, Scene};
use crate::route::MachineFile;
use crate::view::voice::Said;

impl Site {
    /// Files of `static/`, and what scripts read in each language.
    ///
    /// # Errors
    /// When a message does not fit.
    pub fn files(&self) -> Said<Vec<&Output>> {
        let mut files: Vec<&Output> = self.files.iter().collect();
        for locale in self.catalog.locales.ids() {
            files.extend(self.known(locale)?.files());
        }
        Ok(files)
    }

    /// The one of these files that is published at a path.
    ///
    /// # Errors
    /// When a message does not fit.
    pub fn file_at(&self, path: &str) -> Said<Option<&Output>> {
        if let Some(file) = self.files.iter().find(|file| file.path == path) {
            return Ok(Some(file));
        }
        if !Known::may_have(path) {
            return Ok(None);
        }
        Ok(self.files()?.into_iter().find(|file| file.path == path))
    }

    /// Sitemaps, robots.txt, data and badges.
    pub fn machine_files(&self) -> Vec<MachineFile> {
        machine::files(&self.catalog, &self.worker)
    }

    /// The file for machines that is published at a path.
    pub fn machine_file_at(&self, path: &str) -> Option<MachineFile> {
        let mut files = self.machine_files().into_iter();
        files.find(|file| self.routes().machine(*file) == path)
    }

    /// Makes one file for machines.
    ///
    /// # Errors
    /// When a message does not fit.
    pub fn machine_file(&self, file: MachineFile) -> Said<Output> {
        let (path, parts) = self.machine_parts(file)?;
        let bytes = parts.collect::<String>().into_bytes();
        Ok(Output { path, bytes })
    }

    /// Path of a file for machines, and its parts.
    ///
    /// # Errors
    /// When a message does not fit.
    pub fn machine_parts(&self, file: MachineFile) -> Said<(String, machine::Parts<'_>)> {
        let scene = Scene {
            catalog: &self.catalog,
            messages: &self.messages,
            plan: &self.plan,
            routes: self.routes(),
            sources: &self.sources,
            worker: &self.worker,
            files: &self.files,
            changed: &self.changed,
        };
        Ok((self.routes().machine(file), machine::make(scene, file)?))
    }
}
