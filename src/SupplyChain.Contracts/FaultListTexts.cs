using System.Text;
using SupplyChain.Network;

namespace SupplyChain;

/// <summary>What texts and codes of a command have to look like.</summary>
internal static class FaultListTexts
{
    /// <summary>A text that must be there: 1 to 200 characters.</summary>
    public static void RequiredText(this FaultList faults, string member, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.Add(member, FaultCodes.Required, $"'{member}' is required.");
        else
            faults.Text(member, text);
    }

    /// <summary>A text that may be absent: up to 200 characters.</summary>
    public static void Text(this FaultList faults, string member, string? text)
    {
        if (text is null)
            return;
        if (text.Length > Limits.MaxText)
        {
            faults.Add(member, FaultCodes.TooLong, $"'{member}' is longer than 200 characters.");
        }
        else if (!IsText(text))
        {
            faults.Add(
                member, FaultCodes.Invalid, $"'{member}' contains control characters or half of a surrogate pair.");
        }
    }

    /// <summary>A country that may be absent.</summary>
    public static void Country(this FaultList faults, string member, string? country)
    {
        if (country is not null && !Countries.IsAssigned(country))
            faults.Add(member, FaultCodes.Invalid, Countries.Explain(country));
    }

    /// <summary>A UN/LOCODE that may be absent: a country and three letters or digits from 2.</summary>
    public static void Unlocode(this FaultList faults, string member, string? code)
    {
        if (code is not null && !(code.Length == 5
            && code.AsSpan(0, 2).IndexOfAnyExceptInRange('A', 'Z') < 0
            && code.Skip(2).All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '9'))))
        {
            faults.Add(member, FaultCodes.Invalid, "A UN/LOCODE is a country and three capital letters or digits.");
        }
    }

    /// <summary>Coordinates: both or none.</summary>
    public static void Coordinates(this FaultList faults, string prefix, double? latitude, double? longitude)
    {
        faults.Measure($"{prefix}latitude", latitude, -Limits.MaxLatitude, Limits.MaxLatitude);
        faults.Measure($"{prefix}longitude", longitude, -Limits.MaxLongitude, Limits.MaxLongitude);
        if (latitude is null != longitude is null)
        {
            faults.Add(
                prefix + (latitude is null ? "latitude" : "longitude"),
                FaultCodes.Required,
                "Latitude and longitude belong together.");
        }
    }

    private static bool IsText(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            if (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
                return false;
            rest = rest[length..];
        }

        return true;
    }
}
