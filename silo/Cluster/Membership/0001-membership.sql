-- The membership of the cluster, as Orleans' ADO.NET provider asks for it.
--
-- The provider reads its statements from the table orleansquery and knows them by key. Its contract is the keys, the
-- parameters (@DeploymentId, which is the cluster's id, @Address, …), the columns that come back, and that the three
-- statements that add or change something answer one row of one column: whether they did. The rest is ours: one table of
-- clusters, one of silos, and every change of a silo in one statement with the step of its cluster's version, so that of
-- two silos that change the membership at once the second reads it again.
--
-- Run again, it changes nothing. A change is a new numbered script.

CREATE TABLE IF NOT EXISTS orleansquery (
    querykey text PRIMARY KEY,
    querytext text NOT NULL
);

CREATE TABLE IF NOT EXISTS cluster_versions (
    cluster text PRIMARY KEY,
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS cluster_silos (
    cluster text NOT NULL REFERENCES cluster_versions,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    name text NOT NULL,
    host text NOT NULL,
    status integer NOT NULL,
    gateway_port integer NOT NULL,
    suspicions text,
    started timestamptz NOT NULL,
    alive timestamptz NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);

INSERT INTO orleansquery (querykey, querytext) VALUES
    ('InsertMembershipVersionKey', $sql$
        WITH made AS (
            INSERT INTO cluster_versions (cluster) VALUES (@DeploymentId)
            ON CONFLICT DO NOTHING
            RETURNING 1)
        SELECT EXISTS (SELECT FROM made)
    $sql$),
    ('InsertMembershipKey', $sql$
        WITH step AS (
            UPDATE cluster_versions SET version = version + 1
            WHERE cluster = @DeploymentId AND version = @Version
              AND NOT EXISTS (
                SELECT FROM cluster_silos
                WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
            RETURNING cluster),
        made AS (
            INSERT INTO cluster_silos (cluster, address, port, generation, name, host, status, gateway_port, started, alive)
            SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM step
            RETURNING 1)
        SELECT EXISTS (SELECT FROM made)
    $sql$),
    ('UpdateMembershipKey', $sql$
        WITH step AS (
            UPDATE cluster_versions SET version = version + 1
            WHERE cluster = @DeploymentId AND version = @Version
              AND EXISTS (
                SELECT FROM cluster_silos
                WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
            RETURNING cluster),
        changed AS (
            UPDATE cluster_silos silo SET status = @Status, suspicions = @SuspectTimes, alive = @IAmAliveTime
            FROM step
            WHERE silo.cluster = step.cluster AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation
            RETURNING 1)
        SELECT EXISTS (SELECT FROM changed)
    $sql$),
    ('UpdateIAmAlivetimeKey', $sql$
        UPDATE cluster_silos SET alive = @IAmAliveTime
        WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
    $sql$),
    -- The next two answer the version even where there is no silo: then the silo's columns are null.
    ('MembershipReadRowKey', $sql$
        SELECT silo.address AS "Address", silo.port AS "Port", silo.generation AS "Generation", silo.name AS "SiloName",
               silo.host AS "HostName", silo.status AS "Status", silo.gateway_port AS "ProxyPort",
               silo.suspicions AS "SuspectTimes", silo.started AS "StartTime", silo.alive AS "IAmAliveTime",
               known.version AS "Version"
        FROM cluster_versions known
        LEFT JOIN cluster_silos silo
               ON silo.cluster = known.cluster AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation
        WHERE known.cluster = @DeploymentId
    $sql$),
    ('MembershipReadAllKey', $sql$
        SELECT silo.address AS "Address", silo.port AS "Port", silo.generation AS "Generation", silo.name AS "SiloName",
               silo.host AS "HostName", silo.status AS "Status", silo.gateway_port AS "ProxyPort",
               silo.suspicions AS "SuspectTimes", silo.started AS "StartTime", silo.alive AS "IAmAliveTime",
               known.version AS "Version"
        FROM cluster_versions known
        LEFT JOIN cluster_silos silo USING (cluster)
        WHERE known.cluster = @DeploymentId
    $sql$),
    ('GatewaysQueryKey', $sql$
        SELECT address AS "Address", gateway_port AS "ProxyPort", generation AS "Generation"
        FROM cluster_silos
        WHERE cluster = @DeploymentId AND status = @Status AND gateway_port > 0
    $sql$),
    -- A silo is forgotten only where it is not active, which is status 3.
    ('CleanupDefunctSiloEntriesKey', $sql$
        DELETE FROM cluster_silos WHERE cluster = @DeploymentId AND status <> 3 AND alive < @IAmAliveTime
    $sql$),
    ('DeleteMembershipTableEntriesKey', $sql$
        WITH silos AS (DELETE FROM cluster_silos WHERE cluster = @DeploymentId)
        DELETE FROM cluster_versions WHERE cluster = @DeploymentId
    $sql$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;
