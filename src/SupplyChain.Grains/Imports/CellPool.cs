namespace SupplyChain.Imports;

/// <summary>Most cells of a file repeat: each short text is held once.</summary>
internal sealed class CellPool
{
    private const int MaxTexts = 200_000;
    private readonly HashSet<string> _texts = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;

    public CellPool() => _byCharacters = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(char[] buffer, int offset, int length)
    {
        var text = buffer.AsSpan(offset, length);
        if (length > Identifier.MaxLength)
            return text.ToString();
        if (_byCharacters.TryGetValue(text, out var known))
            return known;
        var created = text.ToString();
        if (_texts.Count < MaxTexts)
            _texts.Add(created);
        return created;
    }
}
