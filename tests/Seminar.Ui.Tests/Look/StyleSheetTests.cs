namespace Seminar.Ui.Tests.Look;

public sealed class StyleSheetTests
{
    /// <summary>WCAG 2.2 AA, ordinary text.</summary>
    private const double ForText = 4.5;

    /// <summary>WCAG 2.2 AA, edges of controls and parts of pictures.</summary>
    private const double ForShapes = 3;

    private static readonly string[] Grounds = ["paper", "surface", "sunken"];

    [Fact]
    public void It_weighs_forty_kilobytes_at_most() => StyleSheet.Bytes.Should().BeLessThanOrEqualTo(40_000);

    [Fact]
    public void It_fetches_nothing() => StyleSheet.Text.Should().NotContain("@import").And.NotContain("http").And.NotContain("url(");

    [Fact]
    public void Black_on_white_is_21_to_1() =>
        new Colour(0, 0, 0).ContrastWith(new Colour(1, 0, 0)).Should().BeApproximately(21, 0.01);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_hue_a_theme_may_choose_can_be_read(bool dark)
    {
        var unreadable =
            from hue in Enumerable.Range(0, 360)
            let grounds = Grounds.Select(ground => StyleSheet.Token(ground, dark)).Append(StyleSheet.ThemeSoft(hue, dark))
            let least = grounds.Min(StyleSheet.Theme(hue, dark).ContrastWith)
            where least < ForText
            select $"hue {hue}: {least:0.00}";

        unreadable.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Texts_and_states_can_be_read_on_every_ground(bool dark)
    {
        var unreadable =
            from text in new[] { "ink", "muted", "ok", "attention", "error" }
            from ground in text is "ink" or "muted" ? [.. Grounds, "ok-soft", "attention-soft", "error-soft"] : Grounds.Append($"{text}-soft")
            let contrast = StyleSheet.Token(text, dark).ContrastWith(StyleSheet.Token(ground, dark))
            where contrast < ForText
            select $"{text} on {ground}: {contrast:0.00}";

        unreadable.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_edges_of_controls_can_be_seen(bool dark)
    {
        foreach (var ground in Grounds)
        {
            StyleSheet.Token("line-strong", dark).ContrastWith(StyleSheet.Token(ground, dark)).Should().BeGreaterThanOrEqualTo(ForShapes, ground);
        }
    }

    [Theory]
    [InlineData("family-ml")]
    [InlineData("family-p")]
    [InlineData("family-j")]
    public void The_letter_of_a_badge_can_be_read(string family) =>
        StyleSheet.Token("on-family", dark: false).ContrastWith(StyleSheet.Token(family, dark: false)).Should().BeGreaterThanOrEqualTo(ForText);
}
