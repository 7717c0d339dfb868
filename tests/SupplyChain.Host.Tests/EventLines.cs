using System.Text.Json;
using FluentAssertions;

namespace SupplyChain;

/// <summary>Reads a stream of Server-Sent Events line by line.</summary>
internal sealed class EventLines(HttpResponseMessage response, TimeSpan patience) : IDisposable
{
    private readonly CancellationTokenSource _deadline = new(patience);
    private StreamReader? _lines;

    /// <summary>The next event: its place and what it tells.</summary>
    public async Task<(string Id, JsonElement Data)> NextAsync()
    {
        var id = "";
        while (await LineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line["id: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return (id, JsonDocument.Parse(line["data: ".Length..]).RootElement);
        }
        throw new EndOfStreamException("The stream ended.");
    }

    /// <summary>Reads until the stream ends cleanly.</summary>
    public async Task EndAsync()
    {
        while (await LineAsync() is not null)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines?.Dispose();
        _deadline.Dispose();
        response.Dispose();
    }

    private async Task<string?> LineAsync()
    {
        response.IsSuccessStatusCode.Should().BeTrue();
        _lines ??= new(await response.Content.ReadAsStreamAsync(_deadline.Token));
        return await _lines.ReadLineAsync(_deadline.Token);
    }
}
