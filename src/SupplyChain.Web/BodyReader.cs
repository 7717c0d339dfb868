using System.Text.Json;

namespace SupplyChain;

/// <summary>
/// Reads the members of one JSON object by name and type. Nothing is converted silently, nothing unknown is skipped;
/// every fault is noted and reading goes on, so that the caller learns of all of them at once.
/// </summary>
internal sealed class BodyReader
{
    /// <summary>What is said of a member that is not known.</summary>
    public const string NoSuchMember = "This object has no such member.";

    private const int MaxNameLength = 100;

    private readonly JsonElement _object;
    private readonly string _pointer;
    private readonly BodyFaults _faults;
    private readonly List<string> _asked = [];

    private BodyReader(JsonElement @object, string pointer, BodyFaults faults) =>
        (_object, _pointer, _faults) = (@object, pointer, faults);

    /// <summary>The members that were asked for, in that order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Reads an object; members that are not read are faults.</summary>
    public static T Read<T>(JsonElement @object, string pointer, BodyFaults faults, Func<BodyReader, T> read)
    {
        var reader = new BodyReader(@object, pointer, faults);
        var value = read(reader);
        reader.NoteUnknown();
        return value;
    }

    /// <summary>A member that is there and not null; notes its absence when it is required.</summary>
    public JsonElement? Member(string name, bool required)
    {
        _asked.Add(name);
        if (!_object.TryGetProperty(name, out var value))
        {
            if (required)
                _faults.Invalid(Pointer(name), FaultCodes.Required, $"'{name}' is required.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.Null)
            return value;
        if (required)
            WrongType(name, "must not be null");
        return null;
    }

    /// <summary>Whether a member is there and null.</summary>
    public bool IsNull(string name) =>
        _object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    /// <summary>Notes members that are null where null would say nothing: they can be changed, or left out.</summary>
    public void NotNull(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!IsNull(name))
                continue;
            _asked.Add(name);
            _faults.Invalid(Pointer(name), FaultCodes.Invalid, $"'{name}' cannot be cleared; leave it out to keep it.");
        }
    }

    /// <summary>An object that may be absent.</summary>
    public T? Object<T>(string name, bool required, Func<BodyReader, T> read) where T : class
    {
        if (Member(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return Read(value, Pointer(name), _faults, read);
        WrongType(name, "has to be an object");
        return null;
    }

    /// <summary>A list of objects that may be absent.</summary>
    public Items<T>? List<T>(string name, bool required, Func<BodyReader, T> read) =>
        Elements(name, required, (element, pointer) =>
        {
            if (element.ValueKind == JsonValueKind.Object)
                return (true, Read(element, pointer, _faults, read));
            _faults.Unreadable(pointer, FaultCodes.WrongType, "Each element has to be an object.");
            return (false, default!);
        });

    /// <summary>A list of whole numbers that may be absent.</summary>
    public Items<int>? Numbers(string name, bool required) =>
        Elements(name, required, (element, pointer) =>
        {
            if (BodyValues.IsWhole(element, out var number))
                return (true, BodyValues.Narrow(number));
            _faults.Unreadable(pointer, FaultCodes.WrongType, "Each element has to be a whole number.");
            return (false, 0);
        });

    /// <summary>A list of texts that may be absent.</summary>
    public Items<string>? Texts(string name) =>
        Elements(name, required: false, (element, pointer) =>
        {
            if (element.ValueKind != JsonValueKind.String)
                _faults.Unreadable(pointer, FaultCodes.WrongType, "Each element has to be a text.");
            else if (BodyValues.IsUnicode(element, out var text))
                return (true, text);
            else
                _faults.Unreadable(pointer, FaultCodes.Unreadable, "The element has half of a surrogate pair.");
            return (false, "");
        });

    /// <summary>Notes a member of the wrong type.</summary>
    public void WrongType(string name, string message) =>
        _faults.Unreadable(Pointer(name), FaultCodes.WrongType, $"'{name}' {message}.");

    /// <summary>Notes a member that cannot be read.</summary>
    public void Unreadable(string name, string code, string message) =>
        _faults.Unreadable(Pointer(name), code, message);

    /// <summary>Notes a member whose value is not allowed.</summary>
    public void Invalid(string name, string message) =>
        _faults.Invalid(Pointer(name), FaultCodes.Invalid, message);

    private Items<T>? Elements<T>(string name, bool required, Func<JsonElement, string, (bool Read, T Value)> read)
    {
        if (Member(name, required) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            WrongType(name, "has to be an array");
            return null;
        }

        var elements = new List<T>(value.GetArrayLength());
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (read(element, $"{Pointer(name)}/{index++}") is (true, var one))
                elements.Add(one);
        }

        return elements.ToItems();
    }

    private void NoteUnknown()
    {
        foreach (var member in _object.EnumerateObject())
        {
            if (_asked.Exists(name => member.NameEquals(name)))
                continue;
            var name = member.Name;
            var pointer = name.Length <= MaxNameLength ? Pointer(name) : _pointer;
            _faults.Unreadable(pointer, FaultCodes.UnknownMember, NoSuchMember);
        }
    }

    private string Pointer(string name) =>
        $"{_pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
