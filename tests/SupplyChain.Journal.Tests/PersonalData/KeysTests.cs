using System.Security.Cryptography;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.PersonalData;

public sealed class KeysTests : IDisposable
{
    private readonly TemporaryDirectory _place = new();
    private readonly DataDirectory _directory;
    private SqliteKeys _keys;

    public KeysTests()
    {
        _directory = DataDirectory.Open(_place.Path);
        _keys = new(_directory, new(), TimeProvider.System);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _directory.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task A_sealed_text_is_opened_with_the_subjects_key_also_after_a_restart()
    {
        var key = await _keys.GetOrCreateAsync("demo", "customer-1");
        var text = key.Seal("Jane Doe, Grüner Weg 5");
        key.Seal("Jane Doe, Grüner Weg 5").Should().NotBe(text).And.StartWith("v1:");
        Restart();

        var again = await _keys.FindAsync("demo", "customer-1");

        again!.Open(text).Should().Be("Jane Doe, Grüner Weg 5");
        (await _keys.GetOrCreateAsync("demo", "customer-1")).Open(text).Should().Be("Jane Doe, Grüner Weg 5");
    }

    [Fact]
    public async Task Erasing_a_subject_makes_its_texts_unreadable_for_good()
    {
        var text = (await _keys.GetOrCreateAsync("demo", "customer-1")).Seal("Jane");
        var other = (await _keys.GetOrCreateAsync("demo", "customer-2")).Seal("John");

        (await _keys.EraseAsync("demo", "customer-1")).Should().BeTrue();
        (await _keys.EraseAsync("demo", "customer-1")).Should().BeFalse();

        (await _keys.FindAsync("demo", "customer-1")).Should().BeNull();
        Restart();
        (await _keys.FindAsync("demo", "customer-1")).Should().BeNull();
        (await _keys.GetOrCreateAsync("demo", "customer-1")).Open(text).Should().BeNull("the new key is another one");
        (await _keys.FindAsync("demo", "customer-2"))!.Open(other).Should().Be("John");
    }

    [Fact]
    public async Task No_byte_of_an_erased_key_stays_in_the_files()
    {
        await _keys.GetOrCreateAsync("demo", "somebody-else");
        await _keys.GetOrCreateAsync("demo", "customer-1");
        var key = ReadKey("customer-1");
        FilesHold(key).Should().BeTrue();

        await _keys.EraseAsync("demo", "customer-1");

        FilesHold(key).Should().BeFalse();
    }

    [Fact]
    public async Task A_changed_or_foreign_sealed_text_is_not_taken_for_an_erased_one()
    {
        var key = await _keys.GetOrCreateAsync("demo", "customer-1");
        var bytes = Convert.FromBase64String(key.Seal("Jane")["v1:".Length..]);
        bytes[^1] ^= 1;

        key.Invoking(it => it.Open("v1:" + Convert.ToBase64String(bytes))).Should().Throw<CryptographicException>();
        key.Invoking(it => it.Open("Jane")).Should().Throw<FormatException>();
        key.Invoking(it => it.Open("v1:AAAA")).Should().Throw<FormatException>();
    }

    [Fact]
    public async Task Many_subjects_at_once_each_get_one_key()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 3_000)
            .Select(n => _keys.GetOrCreateAsync("demo", $"customer-{n % 1_000}").AsTask())).Soon();

        var texts = asked.Take(1_000).Select(key => key.Seal("x")).ToList();

        asked.Skip(1_000).Take(1_000).Zip(texts).Should().OnlyContain(pair => pair.First.Open(pair.Second) == "x");
        asked[0].Open(texts[1]).Should().BeNull();
    }

    [Fact]
    public async Task A_tenants_digest_never_changes_and_is_its_own()
    {
        var body = "{\"a\":1}"u8.ToArray();
        var digest = (await _keys.GetAsync("demo")).Digest(body);
        Restart();

        (await _keys.GetAsync("demo")).Digest(body).Should().Be(digest);
        (await _keys.GetAsync("demo")).Digest("{\"a\":2}"u8).Should().NotBe(digest);
        (await _keys.GetAsync("other")).Digest(body).Should().NotBe(digest);
        digest.Should().NotBe(Convert.ToBase64String(SHA256.HashData(body)));
    }

    [Fact]
    public async Task Closed_keys_say_so()
    {
        _keys.Dispose();

        await _keys.Awaiting(keys => keys.FindAsync("demo", "customer-1").AsTask().Soon())
            .Should().ThrowAsync<JournalUnavailableException>();
    }

    private void Restart()
    {
        _keys.Dispose();
        _keys = new(_directory, new(), TimeProvider.System);
    }

    private byte[] ReadKey(string subject)
    {
        using var connection = new SqliteFile(_directory.File("keys.db"), TimeSpan.FromSeconds(30)).OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM subject_keys WHERE subject = $subject";
        command.Parameters.AddWithValue("$subject", subject);
        return (byte[])command.ExecuteScalar()!;
    }

    private bool FilesHold(byte[] key) => Directory.GetFiles(_place.Path, "keys.db*")
        .Where(path => !path.EndsWith("-shm", StringComparison.Ordinal))
        .Select(ReadShared)
        .Any(bytes => bytes.AsSpan().IndexOf(key) >= 0);

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
