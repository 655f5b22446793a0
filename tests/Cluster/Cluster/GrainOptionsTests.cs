using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

public sealed class GrainOptionsTests
{
    [Fact]
    public void GivenNoSetting_ThenFifteenMinutes() => Read().CollectionAge.ShouldBe(TimeSpan.FromMinutes(15));

    [Fact]
    public void GivenSetting_ThenThat() => Read("01:00:00").CollectionAge.ShouldBe(TimeSpan.FromHours(1));

    [Theory]
    [InlineData("00:00:09")]
    [InlineData("1.00:00:01")]
    public void GivenSettingOutOfRange_ThenSaysWhatIsAllowed(string age) => Should.Throw<OptionsValidationException>(() => Read(age)).Message.ShouldBe(
        "Grains:CollectionAge, how long an idle grain stays in memory, must be from 00:00:10 to 1.00:00:00.");

    private static GrainOptions Read(params string[] age)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(age.Select(value => KeyValuePair.Create("Grains:CollectionAge", (string?)value)));
        using var host = builder.AddCapacityBoardGrains().Build();
        return host.Services.GetRequiredService<IOptions<GrainOptions>>().Value;
    }
}
