namespace SupplyChain;

/// <summary>
/// The values of a filter, as queries take them: one by itself, so that silos of an earlier version know it too.
/// </summary>
internal static class Wanted
{
    /// <summary>The value, when there is one.</summary>
    public static T? Only<T>(this Items<T> values) where T : struct => values.Count == 1 ? values[0] : null;

    /// <summary>The values, when there are several.</summary>
    public static Items<T> Several<T>(this Items<T> values) where T : struct => values.Count > 1 ? values : [];
}
