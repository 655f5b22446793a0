using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kettle-marigold-tram")]
    [InlineData("kettlemarigold")]
    [InlineData("hus8-Tq2-vvLp")]
    [InlineData("Hallå där du 🚋 du")]
    [InlineData("abcdefabcdeg")]
    public async Task GivenLongOneOfAnyLetters_WhenChecked_ThenGood(string password) => (await Check(password)).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("kettle-mari", "too-short")]
    [InlineData("🚋🚋🚋🚋🚋🚋", "too-short")]
    [InlineData("P@ssw0rd2018", "common")]
    [InlineData("ksksksksksks", "repeated")]
    [InlineData("kettleKETTLE", "repeated")]
    [InlineData("kettlekettlek", "repeated")]
    [InlineData("Capacity-Board-42", "contains-product")]
    [InlineData("my c4pacityb0ard", "contains-product")]
    [InlineData("fern lea manager!", "contains-user-name")]
    [InlineData("xx-FernLea.Manager-xx", "contains-user-name")]
    public async Task GivenPassword_WhenChecked_ThenTheOneProblemIsNamed(string? password, string problem) =>
        (await Check(password)).Errors.Select(error => error.Code).ShouldBe([problem]);

    [Fact]
    public async Task GivenLongestAndOneMore_WhenChecked_ThenOnlyTheSecondIsTooLong()
    {
        var words = string.Concat(Enumerable.Range(100, 50).Select(number => $"w{number}"));

        (await Check(words[..128])).Succeeded.ShouldBeTrue();
        (await Check(words[..129])).Errors.Single().Code.ShouldBe("too-long");
    }

    [Fact]
    public async Task GivenUserNameIsAnEmailAddress_WhenThePasswordHasItsFirstPart_ThenRefused() =>
        (await Check("jo.brown likes tea", "jo.brown@fernlea.example")).Errors.Single().Description.ShouldBe("Password must not contain your user name");

    [Fact]
    public async Task GivenUserNameOfTwoLetters_WhenItIsInAWord_ThenGood() => (await Check("kettle-major-tram", "jo")).Succeeded.ShouldBeTrue();

    private static async Task<IdentityResult> Check(string? password, string userName = "fernlea-manager")
    {
        using var manager = new UserManager<string>(new NamesAreUsers(), null!, null!, [], [], null!, null!, null!, null!);
        return await new PasswordRules<string>(new()).ValidateAsync(manager, userName, password);
    }

    /// <summary>A store in which a user is no more than a name.</summary>
    private sealed class NamesAreUsers : IUserStore<string>
    {
        public Task<string?> GetUserNameAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(user);

        public Task<string> GetUserIdAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetUserNameAsync(string user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> GetNormalizedUserNameAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetNormalizedUserNameAsync(string user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> CreateAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> UpdateAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> DeleteAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> FindByIdAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
