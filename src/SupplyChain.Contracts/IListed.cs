namespace SupplyChain;

/// <summary>An item of a list; it says what the list can be sorted by.</summary>
internal interface IListed
{
    /// <summary>The names of the fields, see <see cref="Sorting"/>.</summary>
    static abstract Items<string> SortFields { get; }
}
