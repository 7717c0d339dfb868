using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using SupplyChain.Planner;

namespace SupplyChain.Imports;

/// <summary>
/// A file is uploaded, its columns are mapped, and after a dry run it is imported. Which file, how it is read and what
/// came of it are in the address, so that nothing is lost when the page is loaded again.
/// </summary>
public partial class ImportPage
{
    private const int Listed = 12;
    private static readonly string[] Steps = ["Upload", "Map columns", "Dry run", "Commit", "Receipt"];
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(700);

    private readonly CancellationTokenSource _left = new();
    private readonly FormSending _sending = new();
    private Items<ImportProfileSummary> _profiles = [];
    private Items<ImportSummary> _history = [];
    private (string?, string?, string?) _previewed;
    private ImportPreview? _preview;
    private ImportMapping? _mapping;
    private ImportReport? _dry;
    private ImportReport? _run;
    private SentRows? _sent;
    private ImportId? _sentOf;
    private bool _isReading;
    private long? _uploaded;
    private bool _isAlive;
    private bool _isRead;
    private bool _isCutOff;
    private ITimer? _clock;

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")] private string? File { get; set; }

    [SupplyParameterFromQuery(Name = "name")] private string? Name { get; set; }

    [SupplyParameterFromQuery(Name = "profile")] private string? Profile { get; set; }

    [SupplyParameterFromQuery(Name = "charset")] private string? Charset { get; set; }

    [SupplyParameterFromQuery(Name = "delimiter")] private string? Delimiter { get; set; }

    [SupplyParameterFromQuery(Name = "dry")] private string? Dry { get; set; }

    [SupplyParameterFromQuery(Name = "run")] private string? RunId { get; set; }

    [SupplyParameterFromQuery(Name = "show")] private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "row")] private string? Row { get; set; }

    private int? AskedRow =>
        int.TryParse(Row, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>The profile that the run was read with, while its file is still known.</summary>
    private ImportProfileSummary? ReadWith => _preview is { Trouble: null } && Report is { } report
        ? _profiles.FirstOrDefault(profile => profile.Name == report.Profile)
        : null;

    /// <summary>The columns that are imported; null when they are not known.</summary>
    private HashSet<string>? Used => ReadWith?.Columns.Select(column => column.Heading).ToHashSet();

    private bool HasFile => CanGoOn || Identifier.IsValid(Dry) || Identifier.IsValid(RunId);

    /// <summary>Whether it is known which file was looked at.</summary>
    private bool CanGoOn => Identifier.IsValid(File);

    private string FileName => Name ?? Report?.Id.Value ?? File ?? "";

    private ImportReport? Report => _run ?? _dry;

    private static bool IsOver(ImportReport? report) =>
        report is null or { Status: ImportStatus.Completed or ImportStatus.Failed };

    private int Step => _run is not null ? IsOver(_run) ? 5 : 4 : _dry is not null ? 3 : HasFile ? 2 : 1;

    private int Takes => _dry is { Status: ImportStatus.Completed } dry ? dry.Imported + dry.Unchanged : 0;

    private string CommitWords => _dry is { Refused: > 0 } dry
        ? $"Import {Words.Count(Takes, "row")}, leave out {Words.Number(dry.Refused)}"
        : $"Import {Words.Count(Takes, "row")}";

    /// <summary>The profile chosen, else the one whose columns are all there, and the most of them.</summary>
    private string? ChosenProfile => Profile ?? _profiles
        .Where(one => one.Columns.Count > 0
            && one.Columns.All(column => _preview?.Headings.Contains(column.Heading) == true))
        .MaxBy(one => one.Columns.Count)?.Name;

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _clock = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, RefreshInterval, RefreshInterval);
        _isAlive = true;
        StateHasChanged();
    }

    /// <summary>Looks again while something runs.</summary>
    private async Task TickAsync()
    {
        var isQuiet = IsOver(Report) && !_isCutOff
            && _history.All(import => import.Status is ImportStatus.Completed or ImportStatus.Failed);
        if (isQuiet || _isReading || _sending.IsBusy || !Viewer.IsFollowing || _left.IsCancellationRequested)
            return;
        await ReadAsync();
        if (!_left.IsCancellationRequested)
            StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _isReading = true;
        try
        {
            await ReadFileAsync();
            _dry = await ReportAsync(Dry, _dry);
            _run = await ReportAsync(RunId, _run);
            await ReadRefusedAsync();
            _history = (await Chain.Imports.ListPageAsync(new(), new(Listed), _left.Token)).Items;
            (_isRead, _isCutOff) = (true, false);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _isCutOff = true;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task ReadFileAsync()
    {
        if (!Identifier.IsValid(File))
        {
            (_preview, _previewed, _mapping) = (null, default, null);
            return;
        }
        if (_previewed == (File, Delimiter, Charset) && _preview is not null)
            return;
        _profiles = await Chain.Imports.ProfilesAsync(_left.Token);
        _preview = await Chain.Imports.PreviewAsync(File!, new(Delimiter, Charset), _left.Token);
        _previewed = (File, Delimiter, Charset);
        if (_mapping is not null)
            MapByHand(_mapping.Name);
    }

    /// <summary>The rows that were refused, once: a run that is over does not change.</summary>
    private async Task ReadRefusedAsync()
    {
        if (Report is not { Refused: > 0 } report || !IsOver(report))
            (_sent, _sentOf) = (null, null);
        else if (_sentOf != report.Id)
            (_sent, _sentOf) = (await Chain.Imports.RefusedRowsAsync(report.Id, 0, _left.Token), report.Id);
    }

    /// <summary>What is known of a run; nothing is asked again once it is over.</summary>
    private async Task<ImportReport?> ReportAsync(string? id, ImportReport? known) =>
        !Identifier.IsValid(id) ? null
        : known is not null && known.Id.Value == id && IsOver(known) ? known
        : await Chain.Imports.GetAsync(id!, _left.Token);

    private Task UploadAsync(InputFileChangeEventArgs chosen) => _sending.TryAsync(async () =>
    {
        var file = chosen.File;
        if (file.Size is 0 or > Limits.MaxImportBytes)
        {
            _sending.Refuse(file.Size == 0 ? "The file is empty." : StoreImportPart.TooLarge.Message);
            return;
        }
        (ImportId id, _uploaded) = ($"imp-{Guid.CreateVersion7():N}", 0);
        try
        {
            await using var bytes = new CountedStream(
                file.OpenReadStream(Limits.MaxImportBytes, _left.Token), Uploaded);
            await using var rows = SheetFile.Is(file.Name)
                ? await SheetFile.AsCsvAsync(bytes, Limits.MaxImportBytes, _left.Token)
                : bytes;
            var faults = await Chain.Imports.StoreAsync(id, rows, _left.Token);
            if (faults is [var fault, ..])
                _sending.Refuse(fault.Message);
            else
                Go($"/import?file={id}&name={Uri.EscapeDataString(Shortened(file.Name))}");
        }
        catch (InvalidDataException faulty)
        {
            _sending.Refuse(faulty.Message);
        }
        catch (IOException)
        {
            _sending.Refuse("The upload was cut off. Choose the file again.");
        }
        finally
        {
            _uploaded = null;
        }
    });

    private void Uploaded(long bytes)
    {
        _uploaded = bytes;
        _ = InvokeAsync(StateHasChanged);
    }

    private static string Shortened(string name) =>
        string.Concat(name.Where(letter => !char.IsControl(letter)).Take(Limits.MaxText));

    private void MapByHand(string? name)
    {
        if (name is null)
        {
            _mapping = null;
            return;
        }
        var before = _mapping;
        var called = name.Length > 0 ? name : ImportMapping.NameFor(FileName, _profiles);
        _mapping = new(_preview!.Headings) { Name = called };
        foreach (var heading in _preview.Headings.Where(heading => before?[heading] is not null))
            _mapping[heading] = before![heading];
    }

    private Task SaveAsync() => _sending.SendAsync<ImportProfileText>(
        "saved",
        async () => await Chain.Imports.PutProfileAsync(
            new(_mapping!.Name, _mapping.ToJson(_preview!.Delimiter, _preview.Charset)), _left.Token),
        async reply =>
        {
            (Profile, _mapping, _previewed) = (reply.Value!.Name, null, default);
            await StartNowAsync(dryRun: true);
        });

    private Task StartAsync(bool dryRun) => _sending.TryAsync(() => StartNowAsync(dryRun));

    private async Task StartNowAsync(bool dryRun)
    {
        ImportId id = $"imp-{Guid.CreateVersion7():N}";
        var start = new StartImport(
            ChosenProfile ?? "", dryRun, _preview?.Charset, FileOf: (ImportId)File!,
            FileName: Name is { Length: > 0 } name ? name : null);
        var reply = await Chain.Imports.StartStoredAsync(id, start, _left.Token);
        if (!reply.Accepted)
        {
            _sending.Refuse(reply, dryRun ? "tried" : "imported");
            return;
        }
        Go(dryRun ? Address(profile: start.Profile, dry: id.Value) : Address(dry: Dry, run: id.Value));
    }

    /// <summary>The address of what is shown with other findings, or with another of its rows.</summary>
    private string Within(string show, int? row) => Address(dry: Dry, run: RunId, show: show, row: row);

    private void Go(string address) => Navigation.NavigateTo(address);

    /// <summary>The address of the page with something else chosen.</summary>
    private string Address(
        string? profile = null, string? charset = null, string? delimiter = null, string? dry = null,
        string? run = null, string? show = null, int? row = null) =>
        Navigation.GetUriWithQueryParameters("/import", new Dictionary<string, object?>
        {
            ["file"] = File,
            ["name"] = Name,
            ["profile"] = profile ?? ChosenProfile,
            ["charset"] = charset ?? Charset,
            ["delimiter"] = delimiter ?? Delimiter,
            ["dry"] = dry,
            ["run"] = run,
            ["show"] = show,
            ["row"] = row,
        });
}
