namespace SupplyChain.Exports;

/// <summary>What the cells of a column hold; a spreadsheet shows each its own way.</summary>
public enum ColumnKind
{
    /// <summary>Text, which is never a formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>An instant, written in UTC.</summary>
    Instant,
}
