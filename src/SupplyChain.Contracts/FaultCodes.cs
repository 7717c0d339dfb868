namespace SupplyChain;

/// <summary>The stable codes of faulty fields.</summary>
public static class FaultCodes
{
    /// <summary>Not JSON as RFC 8259 and RFC 7493 want it.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Another type than expected: a text for a number, a fraction for a whole number.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>An unknown member.</summary>
    public const string UnknownMember = "unknown-member";

    /// <summary>Required and absent.</summary>
    public const string Required = "required";

    /// <summary>Outside its range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>Not one of the values or shapes allowed.</summary>
    public const string Invalid = "invalid";

    /// <summary>Longer than allowed.</summary>
    public const string TooLong = "too-long";

    /// <summary>The same key twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>An identifier outside <see cref="Identifier.IsValid"/>.</summary>
    public const string MalformedId = "malformed-id";

    /// <summary>No product has that SKU.</summary>
    public const string UnknownSku = "unknown-sku";

    /// <summary>There is no such warehouse.</summary>
    public const string UnknownWarehouse = "unknown-warehouse";

    /// <summary>The order has no such line.</summary>
    public const string UnknownLine = "unknown-line";

    /// <summary>There is no such tenant.</summary>
    public const string UnknownTenant = "unknown-tenant";
}
