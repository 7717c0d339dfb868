using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

public sealed class ImportProfilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profiles-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("scms")]
    [InlineData("branch")]
    [InlineData("orders")]
    public void These_profiles_are_always_there(string name) => Find(name)!.Name.Should().Be(name);

    [Theory]
    [InlineData("nobody")]
    [InlineData("../scms")]
    [InlineData("")]
    public void Other_names_are_no_profile(string name) => Find(name).Should().BeNull();

    [Fact]
    public void A_profile_of_the_folder_comes_before_ours()
    {
        Copy("orders", "orders", json => json.Replace("\";\"", "\"|\"", StringComparison.Ordinal));

        Find("orders")!.Delimiter.Should().Be('|');
    }

    [Fact]
    public void A_profile_under_another_files_name_is_refused()
    {
        Copy("orders", "mine", json => json);

        FluentActions.Invoking(() => Find("mine")).Should().Throw<ImportProfileException>().WithMessage("*'orders'*");
    }

    private void Copy(string from, string to, Func<string, string> change) => File.WriteAllText(
        Path.Combine(_folder, $"{to}.json"),
        change(File.ReadAllText(Path.Combine(Repository.Root, "samples", "import-profiles", $"{from}.json"))));

    private ImportProfile? Find(string name) =>
        new ImportProfiles(new() { ProfileFolder = _folder }).Find(name);
}
