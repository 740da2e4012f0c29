-- Structures and services of insertion, as data·inclusion describes them: « record » is the sheet itself, in the standard's JSON; the other
-- columns are what is searched, drawn or counted. « confirmed » is the day when someone said that the sheet was still right.
CREATE TABLE structure (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  departement TEXT,
  insee TEXT,
  latitude REAL,
  longitude REAL,
  cell INTEGER,
  updated TEXT NOT NULL,
  confirmed TEXT,
  import INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX structure_name ON structure (name);
CREATE INDEX structure_cell ON structure (cell);

CREATE TABLE service (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  structure TEXT NOT NULL,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  departement TEXT,
  insee TEXT,
  updated TEXT NOT NULL,
  confirmed TEXT,
  points REAL NOT NULL,
  criteria INTEGER NOT NULL,
  import INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX service_of_structure ON service (structure);
-- All that the score of a sheet needs, so that texts are not passed over to work it out.
CREATE INDEX service_quality ON service (source, departement, updated, confirmed, points, criteria);

-- Where services are, in which square of the map, and whether they are also given at a distance; apart from their texts, since a search
-- passes over many.
CREATE TABLE service_place (
  number INTEGER PRIMARY KEY,
  latitude REAL,
  longitude REAL,
  cell INTEGER,
  is_remote INTEGER NOT NULL
) STRICT;

CREATE INDEX service_cell ON service_place (cell);

-- « name » and « words » hold the stems of the name and of the description, « tags » what is filtered: thématiques, publics, zones, cells of the map.
CREATE VIRTUAL TABLE service_words USING fts5 (name, words, tags, content='', contentless_delete=1, tokenize="ascii tokenchars '-_'");
CREATE VIRTUAL TABLE structure_words USING fts5 (name, words, tags, content='', contentless_delete=1, tokenize="ascii tokenchars '-_'");

CREATE TABLE import (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  structures INTEGER NOT NULL,
  services INTEGER NOT NULL
) STRICT;
