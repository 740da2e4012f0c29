using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Seminar.Host.Access;
using Seminar.Ui;

namespace Seminar.Host.Tests.Doors;

/// <summary>Addresses that make a file at each visit give each visitor few at once.</summary>
public sealed class Files_at_once(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public void Whoever_asks_for_many_takes_nothing_from_another_and_strangers_nothing_from_those_who_entered()
    {
        using var limiter = PartitionedRateLimiter.Create<HttpContext, string>(FilesAtOnce.PartOf);

        Granted("one", 10).Should().Be(FilesAtOnce.ForOne);
        Granted("another", 10).Should().Be(FilesAtOnce.ForOne);
        Granted(null, 30).Should().Be(FilesAtOnce.ForStrangers);
        Granted("a third", 10).Should().Be(FilesAtOnce.ForOne);

        int Granted(string? visitor, int asked) =>
            Enumerable.Range(0, asked).Select(_ => limiter.AttemptAcquire(RequestOf(visitor))).Count(lease => lease.IsAcquired);
    }

    [Theory]
    [InlineData("/bilan.{format}")]
    [InlineData("/bilan/{workshop}.{format}")]
    [InlineData("/annuaire/services.{format}")]
    [InlineData("/annuaire/structures.{format}")]
    public void What_makes_a_file_says_so(string address) =>
        house.Endpoints.Single(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/') == address)
            .Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName.Should().Be(MadeFiles.Policy);

    private static DefaultHttpContext RequestOf(string? visitor) => new()
    {
        User = new ClaimsPrincipal(visitor is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, visitor)], "test")),
    };
}
