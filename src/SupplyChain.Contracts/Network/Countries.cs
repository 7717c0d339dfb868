using System.Collections.Frozen;

namespace SupplyChain.Network;

/// <summary>The officially assigned country codes of ISO 3166-1 alpha-2 (<c>Countries.csv</c>).</summary>
public static class Countries
{
    /// <summary>
    /// What is often written for a country: reserved and withdrawn codes, codes of languages and of number plates,
    /// names that the list has under another one.
    /// </summary>
    private static readonly Dictionary<string, string> OftenMeant = new()
    {
        ["UK"] = "GB", ["EN"] = "GB", ["ENG"] = "GB", ["SCO"] = "GB", ["WAL"] = "GB", ["NIR"] = "GB",
        ["England"] = "GB", ["Scotland"] = "GB", ["Wales"] = "GB", ["Northern Ireland"] = "GB",
        ["Great Britain"] = "GB", ["Britain"] = "GB", ["U.K."] = "GB",
        ["EL"] = "GR", ["Hellas"] = "GR", ["Holland"] = "NL", ["The Netherlands"] = "NL", ["NED"] = "NL",
        ["GER"] = "DE", ["DD"] = "DE", ["D"] = "DE", ["Deutschland"] = "DE", ["SUI"] = "CH", ["Schweiz"] = "CH",
        ["Österreich"] = "AT", ["A"] = "AT", ["F"] = "FR", ["FX"] = "FR", ["I"] = "IT", ["Italia"] = "IT",
        ["E"] = "ES", ["SP"] = "ES", ["España"] = "ES", ["P"] = "PT", ["POR"] = "PT", ["B"] = "BE", ["L"] = "LU",
        ["S"] = "SE", ["N"] = "NO", ["DEN"] = "DK", ["KO"] = "KR", ["JA"] = "JP", ["J"] = "JP", ["JAP"] = "JP",
        ["SU"] = "RU", ["Russian Federation"] = "RU", ["BU"] = "MM", ["Burma"] = "MM", ["TP"] = "TL", ["ZR"] = "CD",
        ["YU"] = "RS", ["Viet Nam"] = "VN", ["Turkey"] = "TR", ["Czech Republic"] = "CZ", ["Swaziland"] = "SZ",
        ["Ivory Coast"] = "CI", ["East Timor"] = "TL", ["Cabo Verde"] = "CV", ["Korea"] = "KR",
        ["Republic of Korea"] = "KR", ["Macau"] = "MO", ["RSA"] = "ZA",
        ["U.S."] = "US", ["U.S.A."] = "US", ["America"] = "US", ["United States of America"] = "US", ["UAE"] = "AE",
    };

    private static readonly FrozenDictionary<string, string> Meant = Load();

    private static readonly FrozenSet<string> Assigned = Meant.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The codes, in capitals.</summary>
    public static IReadOnlySet<string> Codes => Assigned;

    /// <summary>Whether a code, in capitals, is officially assigned.</summary>
    public static bool IsAssigned(string? code) => code is not null && Assigned.Contains(code);

    /// <summary>The code that was probably meant by a text that is none; null when none is likely.</summary>
    public static string? Suggest(string text) => Meant.GetValueOrDefault(text.Trim());

    /// <summary>What is wrong with a text that is no assigned code, as a sentence.</summary>
    public static string Explain(string text)
    {
        const string rule = "A country is one of the officially assigned codes of ISO 3166-1 alpha-2, in capitals";
        return Suggest(text) is { } meant ? $"{rule}; did you mean {meant}?" : $"{rule}, such as DE.";
    }

    private static FrozenDictionary<string, string> Load()
    {
        var meant = new Dictionary<string, string>(OftenMeant, StringComparer.OrdinalIgnoreCase);
        using var table = typeof(Countries).Assembly.GetManifestResourceStream("Countries.csv")!;
        using var reader = new StreamReader(table);
        while (reader.ReadLine() is { } row)
        {
            if (row.StartsWith('#'))
                continue;
            foreach (var written in row.Split(','))
                meant[written] = row[..2];
        }

        return meant.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
