using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>Walks a list page by page.</summary>
internal static class Paging
{
    private const int PageSize = 500;

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
