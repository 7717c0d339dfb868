using SupplyChain.Journal;

namespace SupplyChain.Operations;

internal static class Queries
{
    /// <summary>A store's trouble does not cross a grain's boundary as its own exception.</summary>
    public static async Task<T> Run<T>(Func<Task<T>> query)
    {
        try
        {
            return await query();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException(trouble.Message);
        }
    }
}
