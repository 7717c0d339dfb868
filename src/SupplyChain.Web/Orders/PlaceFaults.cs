namespace SupplyChain.Orders;

/// <summary>
/// What is not right with an order that is written, beside its fields: what can be told before it is sent, and what the
/// node found when it was.
/// </summary>
public sealed class PlaceFaults
{
    private readonly List<Fault> _found = [];
    private bool _isLooking;

    /// <summary>How many fields are not right.</summary>
    public int Count => _found.Count;

    /// <summary>Looks at the form, and from now on at each change of it.</summary>
    /// <returns>Whether all of it is right.</returns>
    public bool IsRight(PlaceForm form, DateTimeOffset now)
    {
        _isLooking = true;
        Look(form, now);
        return _found.Count == 0;
    }

    /// <summary>The form changed: what the node found was about what it said before.</summary>
    public void Changed(PlaceForm form, DateTimeOffset now)
    {
        _found.Clear();
        if (_isLooking)
            Look(form, now);
    }

    /// <summary>What the node found.</summary>
    public void Add(Items<Fault> faults) => _found.AddRange(faults);

    /// <summary>Forgets everything: another form begins.</summary>
    public void Forget()
    {
        _found.Clear();
        _isLooking = false;
    }

    /// <summary>What is not right with a field; null when nothing is known to be.</summary>
    /// <param name="field">Its name, as a request's body has it: <c>lines/0/sku</c>.</param>
    public string? At(string field)
    {
        var fault = _found.FirstOrDefault(one => one.Pointer == $"/{field}");
        return fault is null ? null : Words(fault.Message);
    }

    /// <summary>What is not right with the currency, which the form has once for all lines.</summary>
    public string? AtCurrency() => _found.FirstOrDefault(one =>
        one.Pointer.EndsWith("/currency", StringComparison.Ordinal)) is { } fault
            ? Words(fault.Message)
            : null;

    /// <summary>The field stands beside it, so its name as programs call it is left out.</summary>
    internal static string Words(string message)
    {
        if (!message.StartsWith('\''))
            return message;
        var rest = message[(message.IndexOf('\'', 1) + 1)..].TrimStart();
        return rest.Length == 0 ? message : $"{char.ToUpperInvariant(rest[0])}{rest[1..]}";
    }

    /// <summary>What a form knows better than a command, which has a number for each text.</summary>
    private static IEnumerable<(string Pointer, string Message)> Said(PlaceFormLine line, int index)
    {
        if (line.Quantity.Length == 0)
            yield return ($"/lines/{index}/quantity", "Is required.");
        if (line is { Value.Length: > 0, Amount: null })
            yield return ($"/lines/{index}/value/amount", "Is no amount. Write it like 1234.50.");
    }

    private void Look(PlaceForm form, DateTimeOffset now)
    {
        _found.Clear();
        var said = form.Lines.SelectMany(Said).ToDictionary();
        _found.AddRange(form.Order().Validate(now).Select(fault =>
            said.TryGetValue(fault.Pointer, out var better) ? fault with { Message = better } : fault));
    }
}
