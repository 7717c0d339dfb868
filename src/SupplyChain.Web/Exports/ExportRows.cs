using System.Globalization;
using System.Runtime.CompilerServices;

namespace SupplyChain.Exports;

/// <summary>The rows of an export, read page by page: no more than one page is held.</summary>
/// <param name="columns">What of each item is written.</param>
/// <param name="read">Reads a page.</param>
/// <param name="page">The first page: its sort.</param>
/// <param name="most">How many rows there may be.</param>
internal sealed class ExportRows<T>(
    IReadOnlyList<ListColumn<T>> columns, Func<PageQuery, CancellationToken, Task<Page<T>>> read, PageQuery page,
    int most)
{
    private const int PageSize = 1_000;

    private Page<T>? _first;

    /// <summary>
    /// Reads the first page, so that what is faulty or unavailable is known before anything is written.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken) =>
        _first = await ReadAsync(null, cancellationToken);

    /// <summary>Every row, and one that says so when there are more than there may be.</summary>
    public async IAsyncEnumerable<object?[]> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var now = _first ?? await ReadAsync(null, cancellationToken);
        for (var left = most; ;)
        {
            foreach (var item in now.Items.Take(left))
                yield return [.. columns.Select(column => column.Value(item))];
            left -= now.Items.Count;
            if (left < 0 || (left == 0 && now.Next is not null))
            {
                yield return Cut();
                yield break;
            }

            if (now.Next is null)
                yield break;
            now = await ReadAsync(now.Next, cancellationToken);
        }
    }

    private Task<Page<T>> ReadAsync(string? after, CancellationToken cancellationToken) =>
        read(page with { Limit = PageSize, After = after }, cancellationToken);

    private object?[] Cut()
    {
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"Cut after {most:N0} rows. The list has more: filter it to export the rest.");
        return [said, .. new object?[columns.Count - 1]];
    }
}
