namespace SupplyChain;

/// <summary>What codes in bodies look like, for the OpenAPI document.</summary>
internal static class Patterns
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public const string Country = "^[A-Z]{2}$";

    /// <summary>ISO 4217.</summary>
    public const string Currency = "^[A-Z]{3}$";

    /// <summary>UN/LOCODE.</summary>
    public const string Unlocode = "^[A-Z]{2}[A-Z2-9]{3}$";

    /// <summary>GTIN-8, -12, -13 or -14.</summary>
    public const string Gtin = "^([0-9]{8}|[0-9]{12,14})$";

    /// <summary>GLN-13.</summary>
    public const string Gln = "^[0-9]{13}$";

    /// <summary>The name of an IANA time zone.</summary>
    public const string TimeZone = "^[A-Za-z][A-Za-z0-9_+/-]{0,99}$";
}
