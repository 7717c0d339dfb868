using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SupplyChain.Planner;

/// <summary>A filter that takes several values.</summary>
public partial class FilterMenu
{
    private const int NamedAtMost = 2;

    private bool _isOpen;
    private bool _wasOpen;
    private string _text = "";
    private ElementReference _box;
    private ElementReference _opener;

    /// <summary>What is filtered by.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What can be chosen; none when any identifier can be written.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>What is chosen.</summary>
    [Parameter, EditorRequired] public string[] Chosen { get; set; } = [];

    /// <summary>What to write into the box.</summary>
    [Parameter] public string Hint { get; set; } = "Search";

    /// <summary>Is told what is chosen now.</summary>
    [Parameter, EditorRequired] public EventCallback<string[]> OnChange { get; set; }

    private string Said => Chosen.Length <= NamedAtMost
        ? string.Join(" or ", Chosen.Select(Label))
        : $"{Label(Chosen[0])} or {Chosen.Length - 1} others";

    private IEnumerable<Choice> Shown => Choices.Count == 0
        ? Chosen.Select(value => new Choice(value, value))
        : Choices.Where(choice => choice.Label.Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isOpen == _wasOpen)
            return;
        _wasOpen = _isOpen;
        if (!_isOpen)
            await _opener.FocusAsync();
        else if (Choices.Count is 0 or > 12)
            await _box.FocusAsync();
    }

    private string Label(string value) => Choices.FirstOrDefault(choice => choice.Value == value)?.Label ?? value;

    private void Toggle() => (_isOpen, _text) = (!_isOpen, "");

    private void CloseOnEscape(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
            _isOpen = false;
    }

    private async Task AddOnEnterAsync(KeyboardEventArgs key)
    {
        var text = _text.Trim();
        if (key.Key != "Enter" || text.Length == 0)
            return;
        var value = Choices.Count == 0 ? text : Shown.FirstOrDefault()?.Value;
        _text = "";
        if (value is not null && !Chosen.Contains(value))
            await OnChange.InvokeAsync([.. Chosen, value]);
    }

    private Task SwitchAsync(string value) => OnChange.InvokeAsync(
        Chosen.Contains(value) ? [.. Chosen.Where(other => other != value)] : [.. Chosen, value]);
}
