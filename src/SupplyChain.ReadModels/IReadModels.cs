using SupplyChain.Tables;

namespace SupplyChain;

/// <summary>
/// Lists and figures, derived from the journal and a moment behind it. Each list is a question of its own about one
/// tenant, in the folder of its business (<c>OrderList.OrdersAsync</c>). A page whose <c>After</c> was never given
/// out as a <c>Next</c> of that list in that order is a <see cref="MalformedCursorException"/>, one whose <c>Sort</c>
/// names what the list cannot be sorted by a <see cref="MalformedSortException"/>; a store that cannot be read is a
/// <see cref="Journal.JournalUnavailableException"/>.
/// </summary>
public interface IReadModels
{
    /// <summary>Answers a question from the tables as they are at one moment.</summary>
    internal Task<T> AskAsync<T>(Func<IReadSession, T> question, CancellationToken cancellationToken);
}
