namespace SupplyChain.Imports;

/// <summary>The stable codes of findings that only imports have; the others are <see cref="FaultCodes"/> and
/// refusals.</summary>
public static class ImportCodes
{
    /// <summary>A word that the profile knows to mean "unknown".</summary>
    public const string Unknown = "unknown";

    /// <summary>The cell points at another row; nothing is taken over from there.</summary>
    public const string OtherRow = "other-row";

    /// <summary>The cell cannot be read as what its column means.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The number can mean two things, and the profile does not say which.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>Nothing is wrong with the row, but with another one of its order: an order is placed whole or not at
    /// all.</summary>
    public const string HeldBack = "held-back";

    /// <summary>The row contradicts an earlier row of the same order or shipment.</summary>
    public const string Disagrees = "disagrees";

    /// <summary>Two different names would get the same id.</summary>
    public const string IdTaken = "id-taken";

    /// <summary>The shipment's number belongs to another order.</summary>
    public const string OtherOrder = "other-order";

    /// <summary>The country is not in the profile's table.</summary>
    public const string UnknownCountry = "unknown-country";

    /// <summary>The file as a whole cannot be read.</summary>
    public const string BadFile = "bad-file";

    /// <summary>The order or shipment did not get its goods, so that it could not follow the file.</summary>
    public const string NotShipped = "not-shipped";
}
