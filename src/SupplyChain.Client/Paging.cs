using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>Walks a list page by page.</summary>
internal static class Paging
{
    private const int PageSize = 500;

    /// <summary>Every entry of a list, in its own order unless <paramref name="sort"/> says another.</summary>
    public static IAsyncEnumerable<T> List<T>(
        Func<PageQuery, CancellationToken, Task<Page<T>>> read, string? sort, CancellationToken cancellationToken) =>
        All<T>(async (page, cancellation) => await read(page, cancellation), sort, cancellationToken);

    /// <summary>Every entry of what may not exist: then there is none.</summary>
    public static async IAsyncEnumerable<T> All<T>(
        Func<PageQuery, CancellationToken, Task<Page<T>?>> read,
        string? sort,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            if (await read(new PageQuery(PageSize, after, sort), cancellationToken) is not { } page)
                yield break;
            foreach (var item in page.Items)
                yield return item;
            if (page.Next is null)
                yield break;
            after = page.Next;
        }
    }
}
