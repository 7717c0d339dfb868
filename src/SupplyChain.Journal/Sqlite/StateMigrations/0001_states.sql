-- Orleans reads the text of every statement it needs from this table; its names are Orleans', those of the other table are ours.
CREATE TABLE OrleansQuery (
    QueryKey    TEXT PRIMARY KEY,
    QueryText   TEXT NOT NULL
) STRICT;

-- What actors keep that has no history. A version is written once: of two that write the same one, the second is refused.
CREATE TABLE orleans_grain_state (
    service_id  TEXT    NOT NULL,
    grain_type  TEXT    NOT NULL,
    key_0       INTEGER NOT NULL,
    key_1       INTEGER NOT NULL,
    key_text    TEXT    NOT NULL,   -- empty for grains that are known by numbers alone
    version     INTEGER NOT NULL,
    payload     BLOB,               -- null once the state was cleared
    written_at  INTEGER NOT NULL,   -- seconds since 1970, UTC
    PRIMARY KEY (service_id, grain_type, key_0, key_1, key_text)
) STRICT;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version FROM orleans_grain_state
WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
    AND key_text = coalesce(@GrainIdExtensionString, '''')
'),

-- No version: there must be no row yet. A version: it must be the row's. Otherwise the answer is null, a conflict.
('WriteToStorageKey', '
INSERT INTO orleans_grain_state (service_id, grain_type, key_0, key_1, key_text, version, payload, written_at)
SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''),
    1, @PayloadBinary, unixepoch()
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM orleans_grain_state
    WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString, '''') AND version = @GrainStateVersion)
ON CONFLICT (service_id, grain_type, key_0, key_1, key_text) DO UPDATE
    SET version = orleans_grain_state.version + 1, payload = excluded.payload, written_at = excluded.written_at
    WHERE orleans_grain_state.version = @GrainStateVersion;
SELECT CASE WHEN changes() > 0 THEN coalesce(@GrainStateVersion, 0) + 1 END AS NewGrainStateVersion
'),

('ClearStorageKey', '
UPDATE orleans_grain_state SET version = version + 1, payload = NULL, written_at = unixepoch()
WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
    AND key_text = coalesce(@GrainIdExtensionString, '''') AND version = @GrainStateVersion;
SELECT CASE WHEN changes() > 0 THEN @GrainStateVersion + 1 END AS NewGrainStateVersion
'),

('DeleteStorageKey', '
DELETE FROM orleans_grain_state
WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
    AND key_text = coalesce(@GrainIdExtensionString, '''') AND version = @GrainStateVersion;
SELECT CASE WHEN changes() > 0 THEN @GrainStateVersion + 1 END AS NewGrainStateVersion
');
