using System.Globalization;
using SupplyChain.Planner;

namespace SupplyChain.Tenants;

/// <summary>How pages say what a tenant uses.</summary>
internal static class TenantWords
{
    private const long Kilobyte = 1_000;

    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>A number against its quota: <c>12 of 100</c>.</summary>
    public static string Of(long used, long? quota) =>
        quota is { } most ? $"{Words.Number(used)} of {Words.Number(most)}" : Words.Number(used);

    /// <summary>The same of bytes: <c>1.2 MB of 10 GB</c>.</summary>
    public static string OfBytes(long used, long? quota) =>
        quota is { } most ? $"{Bytes(used)} of {Bytes(most)}" : Bytes(used);

    /// <summary>Bytes in a unit of which there are fewer than a thousand.</summary>
    public static string Bytes(long bytes)
    {
        var (shown, unit) = ((double)bytes, 0);
        for (; shown >= Kilobyte && unit < Units.Length - 1; unit++)
            shown /= Kilobyte;
        return $"{shown.ToString(unit == 0 ? "0" : "0.#", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary>A quota as it was written; null when it is none.</summary>
    /// <param name="text">Digits; empty for no quota.</param>
    /// <param name="isOne">Whether it is one, or none.</param>
    public static long? Quota(string text, out bool isOne)
    {
        var plain = text.Trim();
        long? quota = long.TryParse(plain, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && number <= TenantQuotas.Most
                ? number
                : null;
        isOne = quota is not null || plain.Length == 0;
        return quota;
    }
}
