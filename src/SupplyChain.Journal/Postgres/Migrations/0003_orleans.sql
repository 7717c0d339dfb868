-- One database belongs to one cluster: the first silo writes the row, silos of another cluster are refused.
CREATE TABLE cluster (
    only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    cluster_id  text        COLLATE "C" NOT NULL,
    service_id  text        COLLATE "C" NOT NULL,
    claimed_at  timestamptz NOT NULL
);

-- Orleans reads the text of every statement it needs from this table; its names are Orleans', those of the other tables are ours.
CREATE TABLE OrleansQuery (
    QueryKey    text COLLATE "C" PRIMARY KEY,
    QueryText   text NOT NULL
);

-- Who is in the cluster. Whoever changes a member raises the version, and only one can raise a version.
CREATE TABLE orleans_membership_version (
    cluster_id  text        COLLATE "C" PRIMARY KEY,
    version     integer     NOT NULL,
    changed_at  timestamptz NOT NULL
);

CREATE TABLE orleans_members (
    cluster_id      text        COLLATE "C" NOT NULL REFERENCES orleans_membership_version ON DELETE CASCADE,
    address         text        COLLATE "C" NOT NULL,
    port            integer     NOT NULL,
    generation      integer     NOT NULL,
    silo_name       text        NOT NULL,
    host_name       text        NOT NULL,
    status          integer     NOT NULL,   -- 3 is active
    gateway_port    integer     NOT NULL,   -- 0 is none
    suspect_times   text,
    started_at      timestamptz NOT NULL,
    alive_at        timestamptz NOT NULL,
    PRIMARY KEY (cluster_id, address, port, generation)
);

-- What actors keep that has no history. A version is written once: of two that write the same one, the second is refused.
CREATE TABLE orleans_grain_state (
    service_id  text        COLLATE "C" NOT NULL,
    grain_type  text        COLLATE "C" NOT NULL,
    key_0       bigint      NOT NULL,
    key_1       bigint      NOT NULL,
    key_text    text        COLLATE "C" NOT NULL,   -- empty for grains that are known by numbers alone
    version     integer     NOT NULL,
    payload     bytea,                              -- null once the state was cleared
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (service_id, grain_type, key_0, key_1, key_text)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $query$
WITH made AS (
    INSERT INTO orleans_membership_version (cluster_id, version, changed_at)
    VALUES (@DeploymentId, 0, clock_timestamp())
    ON CONFLICT DO NOTHING
    RETURNING 1)
SELECT count(*)::integer FROM made
$query$),

('MembershipReadAllKey', $query$
SELECT v.cluster_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation,
    m.silo_name AS SiloName, m.host_name AS HostName, m.status AS Status, m.gateway_port AS ProxyPort,
    m.suspect_times AS SuspectTimes, m.started_at AS StartTime, m.alive_at AS IAmAliveTime, v.version AS Version
FROM orleans_membership_version v LEFT JOIN orleans_members m USING (cluster_id)
WHERE v.cluster_id = @DeploymentId
$query$),

('MembershipReadRowKey', $query$
SELECT v.cluster_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation,
    m.silo_name AS SiloName, m.host_name AS HostName, m.status AS Status, m.gateway_port AS ProxyPort,
    m.suspect_times AS SuspectTimes, m.started_at AS StartTime, m.alive_at AS IAmAliveTime, v.version AS Version
FROM orleans_membership_version v LEFT JOIN orleans_members m
    ON m.cluster_id = v.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.cluster_id = @DeploymentId
$query$),

-- Nobody else can have inserted the member without having raised the version.
('InsertMembershipKey', $query$
WITH raised AS (
    UPDATE orleans_membership_version SET version = version + 1, changed_at = clock_timestamp()
    WHERE cluster_id = @DeploymentId AND version = @Version
        AND NOT EXISTS (
            SELECT FROM orleans_members
            WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING cluster_id),
inserted AS (
    INSERT INTO orleans_members (cluster_id, address, port, generation, silo_name, host_name, status, gateway_port,
        started_at, alive_at)
    SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM raised
    RETURNING 1)
SELECT count(*)::integer FROM inserted
$query$),

-- The member is locked before the version is raised, or it could be cleaned up in between.
('UpdateMembershipKey', $query$
WITH member AS (
    SELECT cluster_id FROM orleans_members
    WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
    FOR UPDATE),
raised AS (
    UPDATE orleans_membership_version v SET version = v.version + 1, changed_at = clock_timestamp()
    FROM member WHERE v.cluster_id = member.cluster_id AND v.version = @Version
    RETURNING v.cluster_id),
updated AS (
    UPDATE orleans_members m SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
    FROM raised
    WHERE m.cluster_id = raised.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1)
SELECT count(*)::integer FROM updated
$query$),

('UpdateIAmAlivetimeKey', $query$
UPDATE orleans_members SET alive_at = @IAmAliveTime
WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$query$),

('GatewaysQueryKey', $query$
SELECT address AS Address, gateway_port AS ProxyPort, generation AS Generation
FROM orleans_members
WHERE cluster_id = @DeploymentId AND status = @Status AND gateway_port > 0
$query$),

('DeleteMembershipTableEntriesKey', $query$
DELETE FROM orleans_membership_version WHERE cluster_id = @DeploymentId
$query$),

('CleanupDefunctSiloEntriesKey', $query$
DELETE FROM orleans_members WHERE cluster_id = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3
$query$),

('ReadFromStorageKey', $query$
SELECT payload AS PayloadBinary, version AS Version FROM orleans_grain_state
WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
    AND key_text = coalesce(@GrainIdExtensionString::text, '')
$query$),

-- No version: there must be no row yet. A version: it must be the row's. Otherwise the answer is null, a conflict.
('WriteToStorageKey', $query$
WITH first AS (
    INSERT INTO orleans_grain_state (service_id, grain_type, key_0, key_1, key_text, version, payload, written_at)
    SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''),
        1, @PayloadBinary::bytea, clock_timestamp()
    WHERE @GrainStateVersion::integer IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version),
next AS (
    UPDATE orleans_grain_state
    SET version = version + 1, payload = @PayloadBinary::bytea, written_at = clock_timestamp()
    WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
    RETURNING version)
SELECT coalesce((SELECT version FROM first), (SELECT version FROM next)) AS NewGrainStateVersion
$query$),

('ClearStorageKey', $query$
WITH cleared AS (
    UPDATE orleans_grain_state SET version = version + 1, payload = NULL, written_at = clock_timestamp()
    WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
    RETURNING version)
SELECT (SELECT version FROM cleared) AS NewGrainStateVersion
$query$),

('DeleteStorageKey', $query$
WITH deleted AS (
    DELETE FROM orleans_grain_state
    WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
    RETURNING version + 1 AS version)
SELECT (SELECT version FROM deleted) AS NewGrainStateVersion
$query$);
