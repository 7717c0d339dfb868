using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Journal.PersonalData;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

public sealed class PostgresKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(Now);
    private PostgresStore _store = null!;
    private PostgresDatabase _database = null!;
    private PostgresKeys _keys = null!;
    private PostgresKeys _elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        _database = PostgresDatabase.Open(
            new() { ConnectionString = _store.ConnectionString }, new(TimeProvider.System));
        (_keys, _elsewhere) = (new(_database, _clock), new(_database, _clock));
    }

    public async ValueTask DisposeAsync()
    {
        await _keys.DisposeAsync();
        await _elsewhere.DisposeAsync();
        await _database.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task A_text_sealed_on_one_silo_is_opened_on_another()
    {
        var text = (await _keys.GetOrCreateAsync("demo", "customer-1")).Seal("Jane Doe, Grüner Weg 5");

        (await _elsewhere.FindAsync("demo", "customer-1"))!.Open(text).Should().Be("Jane Doe, Grüner Weg 5");
        (await _elsewhere.GetOrCreateAsync("demo", "customer-1")).Open(text).Should().Be("Jane Doe, Grüner Weg 5");
        (await _elsewhere.FindAsync("other", "customer-1")).Should().BeNull();
    }

    [Fact]
    public async Task Two_silos_that_create_the_same_keys_at_once_agree()
    {
        Task<SubjectKey[]> Ask(PostgresKeys keys) => Task.WhenAll(
            Enumerable.Range(0, 3_000).Select(n => keys.GetOrCreateAsync("demo", $"customer-{n % 1_000}").AsTask()));

        var asked = await Task.WhenAll(Ask(_keys), Ask(_elsewhere)).Soon();

        var texts = asked[0].Take(1_000).Select(key => key.Seal("x")).ToList();
        asked[1].Take(1_000).Zip(texts).Should().OnlyContain(pair => pair.First.Open(pair.Second) == "x");
        asked[0].Skip(1_000).Take(1_000).Zip(texts).Should().OnlyContain(pair => pair.First.Open(pair.Second) == "x");
        asked[0][0].Open(texts[1]).Should().BeNull();
    }

    [Fact]
    public async Task An_erased_key_is_gone_for_good_and_every_silo_notices()
    {
        var text = (await _keys.GetOrCreateAsync("demo", "customer-1")).Seal("Jane");
        var other = (await _keys.GetOrCreateAsync("demo", "customer-2")).Seal("John");
        (await _elsewhere.FindAsync("demo", "customer-1")).Should().NotBeNull();

        (await _keys.EraseAsync("demo", "customer-1")).Should().BeTrue();
        (await _keys.EraseAsync("demo", "customer-1")).Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(5));

        (await _keys.FindAsync("demo", "customer-1")).Should().BeNull();
        (await _elsewhere.FindAsync("demo", "customer-1")).Should().BeNull();
        (await _elsewhere.GetOrCreateAsync("demo", "customer-1")).Open(text)
            .Should().BeNull("the new key is another one");
        (await _keys.FindAsync("demo", "customer-2"))!.Open(other).Should().Be("John");
        (await _store.ExecuteAsync("SELECT count(*) FROM subject_keys")).Should().Be(2L);
    }

    [Fact]
    public async Task A_tenants_digest_is_the_same_on_every_silo_and_its_own()
    {
        var body = "{\"a\":1}"u8.ToArray();
        var keys = await Task.WhenAll(_keys.GetAsync("demo").AsTask(), _elsewhere.GetAsync("demo").AsTask()).Soon();

        keys[0].Digest(body).Should().Be(keys[1].Digest(body));
        (await _keys.GetAsync("other")).Digest(body).Should().NotBe(keys[0].Digest(body));
    }

    [Fact]
    public async Task Closed_keys_say_so()
    {
        await _keys.DisposeAsync();

        await _keys.Awaiting(keys => keys.FindAsync("demo", "customer-1").AsTask().Soon())
            .Should().ThrowAsync<JournalUnavailableException>();
    }

    [Fact]
    public async Task Disposing_the_container_commits_what_is_queued()
    {
        var stream = NewStream();
        var provider = Services(options => options.ConnectionString = _store.ConnectionString);
        var journal = provider.GetRequiredService<IJournal>();
        provider.GetRequiredService<ISubjectKeys>().Should().BeSameAs(provider.GetRequiredService<ITenantKeys>());
        provider.GetRequiredService<TimeProvider>()
            .Should().BeSameAs(provider.GetRequiredService<PostgresDatabase>().Time);
        var append = (await journal.PenAsync(stream)).Append(Event("last words"));
        await provider.DisposeAsync();
        await append.Soon();

        (await _store.ExecuteAsync("SELECT count(*) FROM journal")).Should().Be(1L);
    }

    [Fact]
    public void A_wrong_option_is_named_by_its_key()
    {
        var register = () => Services(options => options.QueuedEvents = 0);

        register.Should().Throw<OptionsValidationException>().WithMessage("*Journal:QueuedEvents*");
    }

    private static ServiceProvider Services(Action<PostgresOptions> configure) => new ServiceCollection()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSupplyChainPostgresJournal(configure)
        .BuildServiceProvider();
}
