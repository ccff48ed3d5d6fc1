namespace NewsMesh.MongoGateway.Engine;

/// <summary>What the gateway itself keeps in the engine.</summary>
internal static class EngineSchema
{
    public const string RetryableWrites = "newsmesh_gateway.retryable_writes";
    public const string DropIndexes = "newsmesh_gateway.drop_indexes";

    private static readonly string[] Steps =
    [
        // Two gateways may start on one engine at once, which "if not exists" alone does not bear.
        "SELECT pg_advisory_lock(7460)",
        "CREATE SCHEMA IF NOT EXISTS newsmesh_gateway",
        $"""
        CREATE TABLE IF NOT EXISTS {RetryableWrites} (
            session bytea, number bigint, part int, reply bytea NOT NULL, success boolean NOT NULL,
            at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (session, number, part))
        """,

        // A procedure's result cannot be cast where it is called, and Npgsql does not know the type "bson".
        $"""
        CREATE OR REPLACE PROCEDURE {DropIndexes}(database text, spec bytea, INOUT reply bytea) LANGUAGE plpgsql AS $$
        DECLARE result documentdb_core.bson;
        BEGIN
            CALL documentdb_api.drop_indexes(database, spec::documentdb_core.bson, result);
            reply := result::bytea;
        END $$
        """,
        "SELECT pg_advisory_unlock(7460)",
    ];

    public static async Task PrepareAsync(DocumentDb engine, CancellationToken cancellation)
    {
        await using var session = await engine.OpenAsync(cancellation);
        foreach (var step in Steps)
        {
            await session.FirstRowAsync(new Statement(step), cancellation);
        }
    }
}
