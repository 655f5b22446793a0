namespace CapacityBoard.Hosting;

/// <summary>The version as the build writes it into the programs.</summary>
public sealed class BuildVersionTests
{
    [Fact]
    public void GivenBuildOfACommit_ThenItHasBoth() =>
        BuildVersion.Parse("2.0.0+a363c2ad3e79").ShouldBe(new("2.0.0", "a363c2ad3e79"));

    [Theory]
    [InlineData("2.0.0")]
    [InlineData("2.0.0+")]
    public void GivenBuildOutsideGit_ThenTheCommitIsUnknown(string text)
    {
        var build = BuildVersion.Parse(text);

        build.ShouldBe(new("2.0.0", BuildVersion.Unknown));
        build.ShortCommit.ShouldBe("unknown");
    }

    [Fact]
    public void GivenCommit_ThenPeopleReadItsFirstDigits() => BuildVersion.Parse("2.0.0+a363c2ad3e79").ShortCommit.ShouldBe("a363c2ad");
}
