using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>The packages are enough for who tests an integration; what else is copied is slower to look at.</summary>
public sealed class PackedTestingTests
{
    [Fact]
    public async Task An_integration_is_tested_without_a_node()
    {
        using var sample = new CopiedSample("07-test-your-integration");

        var (code, said) = await sample.RunAsync();

        code.Should().Be(0, said);
        said.Should().MatchRegex("Total: 6, Errors: 0, Failed: 0");
    }
}
