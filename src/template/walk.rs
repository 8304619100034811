//! Walks through a value that a template gets, and takes it apart, or puts marks in place of its texts.

use serde::ser::{Error as _, Impossible, Serialize, Serializer};
use serde::ser::{SerializeSeq, SerializeStruct, SerializeTuple};
use tera::{Map, Value};

use super::apart::{List, Shown, Unfit, Walked};

/// Begins the mark that stands for a text, and ends it. No content may hold these characters.
pub(super) const OPEN: char = crate::words::HOLE;
pub(super) const CLOSE: char = '\u{E011}';
/// Stands before each text of a list that is the same on every page of the frames.
pub(super) const SAME: char = '\u{E014}';
/// Name of the type around what stands on every page of a language as it is.
const FIXED: &str = "fixed";

/// Takes a value apart.
pub(super) fn apart(value: &(impl Serialize + ?Sized)) -> Result<Walked, Unfit> {
    let mut walk = Walk {
        found: Walked {
            shape: Vec::with_capacity(512),
            text: Vec::with_capacity(8 * 1024),
            single: Vec::with_capacity(64),
            listed: Vec::with_capacity(192),
            lists: Vec::with_capacity(8),
        },
        ..Walk::default()
    };
    value.serialize(&mut walk)?;
    Ok(walk.found)
}

/// The same value with a mark in place of each text, and one item of each shape in place of each list. `variable` is
/// its place among the values of the page.
pub(super) fn marked(value: &dyn Shown, variable: usize) -> Result<Value, Unfit> {
    value.walk(&mut Walk {
        marks: Some(variable),
        ..Walk::default()
    })
}

/// A value with a sign before each text.
fn signed(value: &Value) -> Value {
    if let Some(text) = value.as_str() {
        return format!("{SAME}{text}").into();
    }
    let Some(fields) = value.as_map() else {
        return value.clone();
    };
    let fields = fields.iter();
    let fields: Map = fields
        .map(|(key, value)| (key.clone(), signed(value)))
        .collect();
    fields.into()
}

/// Whether Tera escapes something of it.
fn is_special(text: &str) -> bool {
    let text = text.as_bytes();
    memchr::memchr3(b'<', b'>', b'&', text).is_some()
        || memchr::memchr2(b'"', b'\'', text).is_some()
}

/// A walk through a value.
#[derive(Debug, Default)]
pub struct Walk {
    found: Walked,
    /// Which variable the marks name, when marks are wanted.
    marks: Option<usize>,
    /// Whether the texts of this field are finished HTML.
    finished: bool,
    /// The list that we are in: its number, the shape of the item, its first text.
    inside: Option<(usize, usize, usize)>,
}

impl Walk {
    /// A text, as it will stand on a page.
    fn place(&mut self, text: &str) -> Result<Value, Unfit> {
        if text.is_empty() {
            self.found.shape.push(b'e');
            return Ok(Value::from(""));
        }
        self.found.shape.push(b's');
        let out = &mut self.found.text;
        let start = out.len() as u32;
        if self.finished || !is_special(text) {
            out.extend_from_slice(text.as_bytes());
        } else {
            tera::escape_html(text, out).map_err(Unfit::custom)?;
        }
        let range = (start, out.len() as u32);
        let texts = match self.inside {
            None => &mut self.found.single,
            Some(_) => &mut self.found.listed,
        };
        texts.push(range);
        let Some(variable) = self.marks else {
            return Ok(Value::none());
        };
        let at = texts.len() - 1;
        Ok(Value::from(match self.inside {
            None => format!("{OPEN}{variable} {at}{CLOSE}"),
            Some((list, shape, first)) => {
                format!("{OPEN}{variable} {list} {shape} {}{CLOSE}", at - first)
            }
        }))
    }

    fn constant(&mut self, sign: u8, value: impl Into<Value>) -> Result<Value, Unfit> {
        self.found.shape.push(sign);
        Ok(value.into())
    }

    /// The end of something with parts, which are only kept when marks are wanted.
    fn close(&mut self, sign: u8, parts: impl FnOnce() -> Value) -> Result<Value, Unfit> {
        self.found.shape.push(sign);
        Ok(match self.marks {
            Some(_) => parts(),
            None => Value::none(),
        })
    }
}

macro_rules! numbers {
    ($($name:ident $type:ty;)*) => {
        $(fn $name(self, number: $type) -> Result<Value, Unfit> {
            if number == 0 {
                return self.constant(b'0', 0);
            }
            self.place(&number.to_string())
        })*
    };
}

impl<'a> Serializer for &'a mut Walk {
    type Ok = Value;
    type Error = Unfit;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Impossible<Value, Unfit>;
    type SerializeTupleVariant = Impossible<Value, Unfit>;
    type SerializeMap = Impossible<Value, Unfit>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Impossible<Value, Unfit>;

    numbers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64;
    }

    fn serialize_bool(self, value: bool) -> Result<Value, Unfit> {
        self.constant(if value { b't' } else { b'f' }, value)
    }

    fn serialize_str(self, text: &str) -> Result<Value, Unfit> {
        self.place(text)
    }

    fn serialize_none(self) -> Result<Value, Unfit> {
        self.constant(b'n', Value::none())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Unfit> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value, Unfit> {
        if name != FIXED {
            return value.serialize(self);
        }
        // The same on every page of the frames: it becomes part of them.
        match self.marks {
            Some(_) => {
                let value = Value::try_from_serializable(value).map_err(Unfit::custom)?;
                Ok(match value.as_array() {
                    Some(items) => items.iter().map(signed).collect::<Vec<_>>().into(),
                    None => value,
                })
            }
            None => Ok(Value::none()),
        }
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'a>, Unfit> {
        if self.inside.is_some() {
            return Err(Unfit);
        }
        self.found.shape.push(b'[');
        let items = Vec::with_capacity(length.unwrap_or_default());
        self.found.lists.push(List { items });
        Ok(Items {
            walk: self,
            shapes: Vec::new(),
            values: Vec::new(),
        })
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_f32(self, _: f32) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_f64(self, _: f64) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_char(self, _: char) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_unit(self) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
    ) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unfit> {
        Err(Unfit)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unfit> {
        Err(Unfit)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unfit> {
        Err(Unfit)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unfit> {
        Err(Unfit)
    }
}

/// A list on the way.
pub struct Items<'a> {
    walk: &'a mut Walk,
    /// Where the shapes stand that were found so far.
    shapes: Vec<(usize, usize)>,
    /// One marked item of each shape.
    values: Vec<Value>,
}

impl SerializeSeq for Items<'_> {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unfit> {
        let walk = &mut *self.walk;
        let list = walk.found.lists.len() - 1;
        let (start, first) = (walk.found.shape.len(), walk.found.listed.len());
        walk.inside = Some((list, self.shapes.len(), first));
        let value = item.serialize(&mut *walk)?;
        walk.inside = None;
        let shape = &mut walk.found.shape;
        let mut known = self.shapes.iter();
        let known = known.position(|(from, to)| shape[*from..*to] == shape[start..]);
        let at = known.unwrap_or(self.shapes.len());
        if known.is_some() {
            shape.truncate(start);
        } else {
            self.shapes.push((start, shape.len()));
            if walk.marks.is_some() {
                self.values.push(value);
            }
        }
        walk.found.lists[list].items.push((at as u32, first as u32));
        Ok(())
    }

    fn end(self) -> Result<Value, Unfit> {
        self.walk.close(b']', || self.values.into())
    }
}

/// A struct or a tuple on the way.
pub struct Parts<'a> {
    walk: &'a mut Walk,
    fields: Vec<(&'static str, Value)>,
    values: Vec<Value>,
}

impl<'a> Parts<'a> {
    fn new(walk: &'a mut Walk) -> Self {
        walk.found.shape.push(b'{');
        Self {
            walk,
            fields: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        self.walk.finished = name.ends_with("html");
        let value = value.serialize(&mut *self.walk)?;
        self.walk.finished = false;
        if self.walk.marks.is_some() {
            self.fields.push((name, value));
        }
        Ok(())
    }

    fn end(self) -> Result<Value, Unfit> {
        let fields = self.fields.into_iter();
        let fields = fields.map(|(name, value)| (name.into(), value));
        self.walk.close(b'}', || fields.collect::<Map>().into())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        let value = value.serialize(&mut *self.walk)?;
        if self.walk.marks.is_some() {
            self.values.push(value);
        }
        Ok(())
    }

    fn end(self) -> Result<Value, Unfit> {
        self.walk.close(b'}', || self.values.into())
    }
}
