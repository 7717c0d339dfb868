using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>
/// Exceptions that are found when they are asked for, from what the tables say now: those that depend on the day, and
/// those of something that waits for a closed warehouse <c>w</c>.
/// </summary>
/// <param name="Sql">
/// Selects <c>id, kind, status, entity, since, units, reason, number, lines, skus, warehouses, promise, expected,
/// ended_on, refused</c> of a tenant, the first parameter. The id is kind and entity (<c>Late/order/O-1</c>).
/// </param>
/// <param name="Days">How often today is a parameter behind the tenant.</param>
internal sealed record FoundExceptions(string Sql, int Days = 0)
{
    /// <summary>No row was refused.</summary>
    public const string NoRefused = "CAST(NULL AS bigint)";

    /// <summary>Of what a closed warehouse caused: open, or resolved because it opened.</summary>
    public const string ClosedStatus = "CASE WHEN w.closed_at IS NULL THEN 2 ELSE 1 END";

    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>The day the warehouse opened again; null while it is closed.</summary>
    public static readonly string EndedOn = FormattableString.Invariant(
        $"CASE WHEN w.closed_at IS NULL THEN w.last_opened_at / {MicrosecondsPerDay} + {EpochDay} END");

    private static int EpochDay => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The warehouse is closed, or it was while this waited.</summary>
    public static string Closed(string since) => $"(w.closed_at IS NOT NULL OR w.last_opened_at > {since})";

    /// <summary>When the warehouse closed, or this began to wait, whichever came later.</summary>
    public static string ClosedSince(string since) => $"""
        CASE WHEN coalesce(w.closed_at, w.last_closed_at) > {since} THEN coalesce(w.closed_at, w.last_closed_at)
            ELSE {since} END
        """;

    /// <summary>The instant after a day: since then it is late.</summary>
    public static string After(string day) =>
        FormattableString.Invariant($"({day} + 1 - {EpochDay}) * {MicrosecondsPerDay}");
}
