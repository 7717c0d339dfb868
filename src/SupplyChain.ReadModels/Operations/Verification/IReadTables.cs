using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>Every read table as it is at one position of the journal.</summary>
public interface IReadTables : IDisposable
{
    /// <summary>The position.</summary>
    Position Position { get; }

    /// <summary>The rows of a table as text, of every tenant; what is null is empty.</summary>
    void Each(string table, string columns, Action<IReadOnlyList<string>> read);
}
