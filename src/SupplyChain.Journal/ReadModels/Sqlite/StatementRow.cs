using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>How values lie in the read tables.</summary>
internal static class StatementRow
{
    private const string Instant = "o";

    public static SqliteStatement Bind(this SqliteStatement statement, int parameter, DateOnly? date) =>
        statement.Bind(parameter, (long?)date?.DayNumber);

    /// <summary>Binds an instant whose offset matters.</summary>
    public static SqliteStatement Bind(this SqliteStatement statement, int parameter, DateTimeOffset? at) =>
        statement.Bind(parameter, at?.ToString(Instant));

    public static SqliteStatement Bind(this SqliteStatement statement, int parameter, bool value) =>
        statement.Bind(parameter, value ? 1L : 0L);

    public static string? TextOrNull(this SqliteStatement row, int column) =>
        row.IsNull(column) ? null : row.Text(column);

    public static long? Int64OrNull(this SqliteStatement row, int column) =>
        row.IsNull(column) ? null : row.Int64(column);

    public static double? DoubleOrNull(this SqliteStatement row, int column) =>
        row.IsNull(column) ? null : row.Double(column);

    public static DateOnly? DateOrNull(this SqliteStatement row, int column) =>
        row.IsNull(column) ? null : DateOnly.FromDayNumber((int)row.Int64(column));

    public static DateTimeOffset? InstantOrNull(this SqliteStatement row, int column) => row.IsNull(column)
        ? null
        : DateTimeOffset.ParseExact(row.Text(column), Instant, null, System.Globalization.DateTimeStyles.RoundtripKind);
}
