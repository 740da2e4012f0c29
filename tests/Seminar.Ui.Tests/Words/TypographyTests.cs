namespace Seminar.Ui.Tests.Words;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("Un écart : lequel ?", "Un écart\u00A0: lequel\u00A0?")]
    [InlineData("Bravo ! Suite ; fin", "Bravo\u00A0! Suite\u00A0; fin")]
    [InlineData("« À nous la parole »", "«\u00A0À nous la parole\u00A0»")]
    [InlineData("L'envie d'agir", "L’envie d’agir")]
    [InlineData("De 10:45 à 12:30", "De 10:45 à 12:30")]
    [InlineData("", "")]
    public void A_seed_text_is_shown_as_French_is_printed(string written, string shown) =>
        Typography.Fix(written).Should().Be(shown);

    [Theory]
    [InlineData("Un écart : l'un « ou » l'autre ?")]
    public void Fixing_twice_is_fixing_once(string written) =>
        Typography.Fix(Typography.Fix(written)).Should().Be(Typography.Fix(written));
}
