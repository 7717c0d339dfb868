using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>The stable text of each refusal, as REST and logs show it.</summary>
public static partial class RefusalCodes
{
    private static readonly Dictionary<Refusal, string> Codes =
        Enum.GetValues<Refusal>().ToDictionary(refusal => refusal, Kebab);

    /// <summary>For example <c>too-late</c>.</summary>
    public static string Code(this Refusal refusal) => Codes[refusal];

    private static string Kebab(Refusal refusal) =>
        InnerCapital().Replace(refusal.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
