namespace SupplyChain;

/// <summary>Something that must never happen, done to a copy of a database.</summary>
/// <param name="Sql">What is done.</param>
/// <param name="Finding">How the finding begins that has to come of it.</param>
internal sealed record Mutant(string Sql, string Finding)
{
    private const string Reserved = "type = 'stock.reserved'";
    private const string AnyOrder = "SELECT min(id) FROM journal WHERE kind = 'order'";

    /// <summary>All of them. Each is something the system promises never to do.</summary>
    public static readonly IReadOnlyList<Mutant> All =
    [
        new($"DELETE FROM journal WHERE kind = 'order' AND id = ({AnyOrder})", "lost: order O-"),
        new("DELETE FROM journal WHERE kind = 'receipt'", "lost: receipt "),
        new("DELETE FROM journal WHERE kind = 'adjustment'", "lost: adjustment "),
        new("DELETE FROM journal WHERE type = 'shipment.milestone'", "lost: milestone "),
        new("DELETE FROM journal WHERE type = 'order.cancelled'", "lost: the cancelling of "),
        new("DELETE FROM journal WHERE version = 2", "gap: "),
        new(Appended("data", "type = 'order.placed'"), "doubled: order "),
        new(Appended("data", Moved("receipt")), "doubled: receipt "),
        new(Appended("data", Moved("adjustment")), "doubled: adjustment "),
        new(Appended("data", Moved("shipment")), "doubled: shipment "),
        new(Appended("data", Reserved), "doubled: reservation "),
        new(Appended(Changed("{key,attempt}", "1000000"), Reserved), "held: "),
        new(Appended(Changed("{key,order}", "\"O-nobody\""), Reserved), "held: O-nobody/"),
        new(Appended(Changed("{quantity}", "1000000", Changed("{key,attempt}", "1000000")), Reserved), "oversold: "),
        new($"UPDATE journal SET data = {Changed("{delta}", "1000000")} WHERE {Moved("receipt")}", "ledger: "),
        new($"UPDATE journal SET data = {Changed("{after,onHand}", "1000000")} WHERE {Moved("receipt")}", "level: "),
        new("UPDATE journal SET recorded_at = recorded_at + interval '25 hours' WHERE kind = 'order'", "clock: "),
        new("UPDATE supplychain_tables_2.stock SET reserved = reserved + 1", "list: "),
        new("DELETE FROM supplychain_tables_2.stock", "list: "),
    ];

    /// <summary>One event of a sort happens again, or another one like it.</summary>
    private static string Appended(string data, string where) => $"""
        INSERT INTO journal
        SELECT tenant, kind, id,
            (SELECT max(version) + 1 FROM journal other WHERE (other.kind, other.id) = (it.kind, it.id)),
            type, schema, occurred_at, recorded_at, actor, correlation, NULL, work, hash, {data}, epoch, xid, n + 100000
        FROM journal it WHERE {where} ORDER BY kind, id, version LIMIT 1
        """;

    /// <summary>A movement by a document of a kind.</summary>
    private static string Moved(string kind) =>
        $"type = 'stock.moved' AND convert_from(data, 'UTF8')::jsonb #>> '{{document,kind}}' = '{kind}'";

    private static string Changed(string path, string value, string of = "data") =>
        $"convert_to(jsonb_set(convert_from({of}, 'UTF8')::jsonb, '{path}', '{value}')::text, 'UTF8')";
}
