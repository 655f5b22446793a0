using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Support;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>The keys of sessions and forms, encrypted with a certificate where they are kept.</summary>
public sealed class KeyCertificateTests(Databases databases) : IDisposable
{
    private const string Password = "correct horse";
    private const string Current = "Nodes:KeyCertificate";
    private const string Old = "Nodes:OldKeyCertificates:0";
    private const string WithoutIt = "^The key [-0-9a-f]{36} of sessions and forms is encrypted with a certificate that this node does not have: "
        + "name its PFX file in Nodes:KeyCertificate or Nodes:OldKeyCertificates.$";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenNoCertificate_WhenAKeyIsKept_ThenInPlainText()
    {
        await using var board = await TestBoard.Start();

        KeysIn(board).ShouldHaveSingleItem().ShouldContain("<masterKey");
    }

    [Fact]
    public async Task GivenCertificate_WhenAKeyIsKeptInTheDataFolder_ThenItHoldsNoKeyMaterial()
    {
        await using var board = Board(Current, Pfx("first"));
        await board.InitializeAsync();

        KeysIn(board).ShouldHaveSingleItem().ShouldBeEncrypted();
    }

    [Fact]
    public async Task GivenCertificate_WhenAKeyIsKeptInTheDatabase_ThenItHoldsNoKeyMaterial()
    {
        var database = await databases.New();
        await using var board = Board(Current, Pfx("first"), database);
        await board.InitializeAsync();

        await using var source = NpgsqlDataSource.Create(database);
        await using var keys = source.CreateCommand("SELECT string_agg(xml, '') FROM web_keys");
        (await keys.ExecuteScalarAsync()).ShouldBeOfType<string>().ShouldBeEncrypted();
    }

    [Theory]
    [InlineData(Current)]
    [InlineData(Old)]
    public async Task GivenOpenForm_WhenTheServerStartsAgainWithItsCertificate_ThenItStillPosts(string asWhat)
    {
        await using var board = Board(Current, Pfx("first", isExpired: true));
        await board.InitializeAsync();
        await board.OnTheBoard(await board.CareHome("the-limes", 10, 6));
        using var person = new Visitor(board.Address);
        var page = await person.Visit("/stockport/sites/the-limes");

        await board.Stop();
        board.Settings[Current] = Pfx("second");
        board.Settings[asWhat] = _folder.PathOf("first.pfx");
        await board.InitializeAsync();
        person.MoveTo(board.Address);

        (await person.Send(page, "step-general-nursing", ("step", "more"))).Said.ShouldContain("5 general nursing beds free.");
    }

    [Fact]
    public async Task GivenKeysOfACertificate_WhenTheServerStartsWithoutIt_ThenItSaysSoAndMakesNoNewKey()
    {
        await using var board = Board(Current, Pfx("first"));
        await board.InitializeAsync();
        await board.Stop();

        board.Settings.Remove(Current);
        (await board.ShouldNotStart()).ShouldMatch(WithoutIt);
        board.Settings[Current] = Pfx("second");
        (await board.ShouldNotStart()).ShouldMatch(WithoutIt);

        KeysIn(board).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Current)]
    [InlineData(Old)]
    public async Task GivenNoSuchFile_WhenTheServerStarts_ThenItSaysSo(string setting)
    {
        await using var board = Board(setting, _folder.PathOf("none.pfx"));

        (await board.ShouldNotStart()).ShouldBe($"{setting}: there is no file {_folder.PathOf("none.pfx")}.");
    }

    [Fact]
    public async Task GivenWrongPassword_WhenTheServerStarts_ThenItSaysSoAndDoesNotRepeatIt()
    {
        await using var board = Board(Current, Pfx("first"));
        board.Settings["Nodes:KeyCertificatePassword"] = "wrong horse";

        (await board.ShouldNotStart()).ShouldBe($"{Current}: Nodes:KeyCertificatePassword is not the password of {_folder.PathOf("first.pfx")}.");
    }

    [Fact]
    public async Task GivenCertificateWithoutItsKey_WhenTheServerStarts_ThenItSaysSo()
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Pfx("first"), Password);
        using var half = X509CertificateLoader.LoadCertificate(certificate.RawData);
        await File.WriteAllBytesAsync(_folder.PathOf("half.pfx"), half.Export(X509ContentType.Pfx, Password));
        await using var board = Board(Current, _folder.PathOf("half.pfx"));

        (await board.ShouldNotStart()).ShouldBe($"{Current}: the certificate in {_folder.PathOf("half.pfx")} has no private key. Export it again with its key.");
    }

    [Fact]
    public async Task GivenKeyThatIsNoRsaKey_WhenTheServerStarts_ThenItSaysSo()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllBytesAsync(_folder.PathOf("curve.pfx"), certificate.Export(X509ContentType.Pfx, Password));
        await using var board = Board(Current, _folder.PathOf("curve.pfx"));

        (await board.ShouldNotStart()).ShouldBe(
            $"{Current}: the key of the certificate in {_folder.PathOf("curve.pfx")} is no RSA key; only such a key can encrypt others.");
    }

    [Fact]
    public async Task GivenFileThatIsNoPfx_WhenTheServerStarts_ThenItSaysSo()
    {
        await File.WriteAllTextAsync(_folder.PathOf("text.pfx"), "-----BEGIN CERTIFICATE-----");
        await using var board = Board(Current, _folder.PathOf("text.pfx"));

        (await board.ShouldNotStart()).ShouldBe($"{Current}: {_folder.PathOf("text.pfx")} is not a PFX file (PKCS #12).");
    }

    private static TestBoard Board(string setting, string file, string? database = null) =>
        new() { Database = database, Settings = new() { [setting] = file, ["Nodes:KeyCertificatePassword"] = Password } };

    private static string[] KeysIn(TestBoard board) => [.. Directory.GetFiles(Path.Combine(board.DataFolder, "keys")).Select(File.ReadAllText)];

    private string Pfx(string name, bool isExpired = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-2), now.AddDays(isExpired ? -1 : 1));
        File.WriteAllBytes(_folder.PathOf($"{name}.pfx"), certificate.Export(X509ContentType.Pfx, Password));
        return _folder.PathOf($"{name}.pfx");
    }
}

file static class KeyCertificateThen
{
    public static void ShouldBeEncrypted(this string keys)
    {
        keys.ShouldContain("<encryptedSecret");
        keys.ShouldContain("CipherValue");
        keys.ShouldNotContain("masterKey");
        keys.ShouldNotContain("<value>");
    }

    public static async Task<string> ShouldNotStart(this TestBoard board)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(async () => await board.InitializeAsync());
        await board.Stop();
        return fault.Failures.ShouldHaveSingleItem();
    }
}
