using System.Globalization;
using CsCheck;
using Seminar.People.Badges.Codes;

namespace Seminar.People.Tests.Badges;

public sealed class CodesOfBadges
{
    private static readonly Guid Someone = Guid.Parse("0198c0de-0000-7000-8000-000000000001");

    [Fact]
    public async Task Both_codes_of_a_badge_are_right_for_it()
    {
        await using var people = new TempPeople();
        var codes = new BadgeCodes(people.Database);
        var badge = BadgeIdentity.OfPerson(Someone, 42, 1);

        var shortCode = await codes.ShortAsync(badge);
        var link = await codes.LinkAsync(badge);

        shortCode.Should().MatchRegex("^042-[0-9A-HJKMNP-TV-Z]{6}$");
        link.Should().MatchRegex("^/b/042-[0-9A-HJKMNP-TV-Z]{25}$");
        link.Should().NotContain(shortCode, "who reads the typed code knows nothing of the scanned one");
        (await codes.IsRightAsync(badge, GivenCode.Read(shortCode)!)).Should().BeTrue();
        (await codes.IsRightAsync(badge, GivenCode.Read(link[3..])!)).Should().BeTrue();
    }

    [Fact]
    public async Task Another_badge_an_older_version_and_a_shared_tablet_have_other_codes()
    {
        await using var people = new TempPeople();
        var codes = new BadgeCodes(people.Database);
        var given = GivenCode.Read(await codes.ShortAsync(BadgeIdentity.OfPerson(Someone, 42, 1)))!;

        (await codes.IsRightAsync(BadgeIdentity.OfPerson(Someone, 42, 2), given)).Should().BeFalse();
        (await codes.IsRightAsync(BadgeIdentity.OfPerson(Guid.CreateVersion7(), 42, 1), given)).Should().BeFalse();
        (await codes.IsRightAsync(BadgeIdentity.OfTablet(1, 1, 1), given)).Should().BeFalse();
    }

    [Fact]
    public async Task A_printed_badge_stays_good_after_a_restart()
    {
        await using var people = new TempPeople();
        var badge = BadgeIdentity.OfPerson(Someone, 42, 1);

        var printed = await new BadgeCodes(people.Database).ShortAsync(badge);

        (await new BadgeCodes(people.Database).ShortAsync(badge)).Should().Be(printed);
    }

    [Theory]
    [InlineData("042-K7QM3X")]
    [InlineData("042-k7qm3x")]
    [InlineData(" 042 - K7Q M3X ")]
    [InlineData("042-K7Q-M3X")]
    public void What_is_typed_carelessly_is_understood(string typed) =>
        GivenCode.Read(typed).Should().Be(new GivenCode("042", "K7QM3X"));

    [Fact]
    public void A_letter_that_looks_like_a_figure_is_read_as_one() =>
        GivenCode.Read("042-oOiIlL").Should().Be(new GivenCode("042", "001111"));

    /// <summary>Attempts are counted by this part: another way to write it must not give more of them.</summary>
    [Fact]
    public void However_many_zeros_are_typed_before_a_number_it_is_one_badge() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[0, 12]).Sample((number, zeros) =>
            GivenCode.Read($"{new string('0', zeros)}{number}-K7QM3X")!.PublicPart == number.ToString("000", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("G2T7-K7QM3X")]
    [InlineData("g0002t007-K7QM3X")]
    public void However_a_table_is_written_it_is_one_table(string typed) => GivenCode.Read(typed)!.PublicPart.Should().Be("G2T07");

    [Theory]
    [InlineData(null)]
    [InlineData("99999999999-K7QM3X")]
    [InlineData("ABC-K7QM3X")]
    [InlineData("")]
    [InlineData("042")]
    [InlineData("-K7QM3X")]
    [InlineData("042-")]
    [InlineData("042-K7QM3U")]
    [InlineData("042-K7QM3é")]
    public void What_can_t_be_a_code_is_none(string? typed) => GivenCode.Read(typed).Should().BeNull();

    /// <summary>488 badges: none shares its secret with another.</summary>
    [Fact]
    public async Task No_two_badges_share_a_code()
    {
        await using var people = new TempPeople();
        var codes = new BadgeCodes(people.Database);

        var secrets = new List<string>();
        for (var number = 1; number <= 488; number++)
        {
            secrets.Add((await codes.LinkAsync(BadgeIdentity.OfPerson(Guid.CreateVersion7(), number, 1))).Split('-')[1]);
        }

        secrets.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() =>
        Gen.String.Sample(text => GivenCode.Read(text) is null or { Secret.Length: > 0 });
}
