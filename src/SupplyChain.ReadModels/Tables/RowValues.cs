using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>How values lie in the read tables.</summary>
internal static class RowValues
{
    private const string Instant = "o";

    public static IRowWriter Bind(this IRowWriter row, int column, DateOnly? date) =>
        row.Bind(column, (long?)date?.DayNumber);

    /// <summary>Binds an instant whose offset matters.</summary>
    public static IRowWriter Bind(this IRowWriter row, int column, DateTimeOffset? at) =>
        row.Bind(column, at?.ToString(Instant));

    public static IRowWriter Bind(this IRowWriter row, int column, bool value) => row.Bind(column, value ? 1L : 0L);

    /// <summary>Binds tenant, kind and id as the first three values.</summary>
    public static IRowWriter Bind(this IRowWriter row, StreamId stream) =>
        row.Bind(1, stream.Tenant.Value).Bind(2, stream.Kind).Bind(3, stream.Id);

    public static string? TextOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Text(column);

    public static double? DoubleOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Double(column);

    public static DateOnly? DateOrNull(this IRow row, int column) =>
        row.IsNull(column) ? null : DateOnly.FromDayNumber((int)row.Int64(column));

    public static DateTimeOffset? InstantOrNull(this IRow row, int column) => row.IsNull(column)
        ? null
        : DateTimeOffset.ParseExact(row.Text(column), Instant, null, System.Globalization.DateTimeStyles.RoundtripKind);
}
