using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>Notes documents whose bodies were faulty: no actor hears of them.</summary>
internal static class FaultyArrivals
{
    /// <summary>The paths of documents, their kind and where their id is.</summary>
    private static readonly Dictionary<string, (string Kind, string Id)> Documents = new()
    {
        ["/api/v1/orders/{number}"] = ("order", "number"),
        ["/api/v1/receipts/{id}"] = ("receipt", "id"),
        ["/api/v1/adjustments/{id}"] = ("adjustment", "id"),
        ["/api/v1/transfers/{id}"] = ("transfer", "id"),
    };

    /// <summary>Notes one, when it is a document; nothing waits for it.</summary>
    public static void Note(HttpContext http, SupplyChainClient client, IReadOnlyList<Fault> faults)
    {
        if (!HttpMethods.IsPut(http.Request.Method)
            || http.GetEndpoint() is not RouteEndpoint { RoutePattern: var path }
            || !Documents.TryGetValue(path.RawText ?? "", out var document)
            || http.Request.RouteValues[document.Id] is not string id || !Identifier.IsValid(id))
        {
            return;
        }
        var first = faults.Count > 0 ? faults[0] : null;
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        _ = client.Operations.NoteArrivalAsync(id, new(
            document.Kind, time.GetUtcNow(), "", ReplyStatus.Invalid, first?.Code, first?.Message,
            http.TraceIdentifier));
    }
}
