//! One endpoint: where it lies, what it asks and answers, who may call it, and what does it. Routes and description are both made
//! from this, so that neither can promise what the other does not keep.

use app::tokens::Scope;
use axum::routing::MethodRouter;
use procedure::case::fields::Field;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::site::Api;

/// How a type describes itself.
pub type Describe = fn(&mut SchemaGenerator) -> Schema;

fn describe<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Schema {
    schemas.subschema_for::<T>()
}

/// The type itself and no reference to it.
fn describe_here<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Schema {
    T::json_schema(schemas)
}

/// What a request carries.
pub enum Body {
    Json(Describe),
    /// What an act asks for.
    Act(&'static [Field]),
    /// The bytes of a file.
    Bytes,
}

/// What an answer carries.
pub enum Content {
    Json(Describe),
    Bytes,
    Nothing,
}

/// How a request that is sent again under its key is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// There is nothing to do twice, or each part of it has a key of its own.
    Unkeyed,
    /// The act carries the key into its own transaction.
    ByTheAct,
    /// The answer is kept beside the key.
    ByTheGate,
}

/// What an operation is called in a language, by its identity, and what it does.
pub type Words = fn(i18n::Lang, &str) -> (String, Option<String>);

/// An operation as it is described; an endpoint has one for each act that it can do.
pub struct Operation {
    pub path: String,
    pub id: String,
    /// Words that are known elsewhere: those of an act. Otherwise they stand in the message files under the identity.
    pub words: Option<Words>,
    pub body: Option<Body>,
}

pub struct Endpoint {
    pub method: &'static str,
    /// As the router takes it, and as it is described.
    pub route: &'static str,
    pub group: &'static str,
    pub scope: Scope,
    pub handler: MethodRouter<Api>,
    pub operations: Vec<Operation>,
    pub query: Option<Describe>,
    pub status: u16,
    pub content: Content,
    pub once: Once,
    /// A part of the answer that is told once and kept nowhere.
    pub secret: Option<&'static str>,
    /// The answer has a version, and `If-Match` can name one.
    pub versioned: bool,
    /// Operations that go on from the answer: identity, then parameter and expression.
    pub links: Vec<(&'static str, &'static str, &'static str)>,
}

impl Endpoint {
    pub fn new(
        method: &'static str,
        route: &'static str,
        id: &'static str,
        handler: MethodRouter<Api>,
    ) -> Self {
        let group = route
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        let (scope, once) = match method {
            "get" => (Scope::Read, Once::Unkeyed),
            _ => (Scope::Act, Once::ByTheGate),
        };
        let operation = Operation {
            path: route.to_owned(),
            id: id.to_owned(),
            words: None,
            body: None,
        };
        Endpoint {
            method,
            route,
            group,
            scope,
            handler,
            operations: vec![operation],
            query: None,
            status: 200,
            content: Content::Nothing,
            once,
            secret: None,
            versioned: false,
            links: Vec::new(),
        }
    }

    pub const fn scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    pub const fn group(mut self, group: &'static str) -> Self {
        self.group = group;
        self
    }

    pub fn query<T: JsonSchema>(mut self) -> Self {
        self.query = Some(describe_here::<T>);
        self
    }

    pub fn takes<T: JsonSchema>(self) -> Self {
        self.body(|| Body::Json(describe::<T>))
    }

    pub fn body(mut self, body: fn() -> Body) -> Self {
        for operation in &mut self.operations {
            operation.body = Some(body());
        }
        self
    }

    pub fn gives<T: JsonSchema>(mut self, status: u16) -> Self {
        self.status = status;
        self.content = Content::Json(describe::<T>);
        self
    }

    pub fn gives_bytes(mut self) -> Self {
        self.content = Content::Bytes;
        self
    }

    pub const fn gives_nothing(mut self) -> Self {
        self.status = 204;
        self
    }

    pub const fn once(mut self, once: Once) -> Self {
        self.once = once;
        self
    }

    /// Answered again under its key, this part is null: it is kept nowhere.
    pub const fn tells_once(mut self, part: &'static str) -> Self {
        self.secret = Some(part);
        self
    }

    pub const fn versioned(mut self) -> Self {
        self.versioned = true;
        self
    }

    pub fn link(
        mut self,
        operation: &'static str,
        parameter: &'static str,
        expression: &'static str,
    ) -> Self {
        self.links.push((operation, parameter, expression));
        self
    }

    /// Described as so many operations instead of one.
    pub fn operations(mut self, operations: Vec<Operation>) -> Self {
        self.operations = operations;
        self
    }

    /// It takes bytes as they come, not to be held in memory.
    pub fn takes_files(&self) -> bool {
        let mut bodies = self
            .operations
            .iter()
            .filter_map(|operation| operation.body.as_ref());
        bodies.any(|body| matches!(body, Body::Bytes))
    }

    pub const fn gives_files(&self) -> bool {
        matches!(self.content, Content::Bytes)
    }
}
