namespace Seminar.Ui.Tests.Words;

public sealed class FrenchTests
{
    [Theory]
    [InlineData(0, "0\u00A0note")]
    [InlineData(1, "1\u00A0note")]
    [InlineData(2, "2\u00A0notes")]
    [InlineData(1234, "1\u202F234\u00A0notes")]
    public void Zero_and_one_are_singular_and_nothing_breaks_at_the_end_of_a_line(int number, string expected) =>
        French.Count(number, "note").Should().Be(expected);

    [Fact]
    public void An_irregular_plural_can_be_given() =>
        French.Count(3, "point à vérifier", "points à vérifier").Should().Be("3\u00A0points à vérifier");

    [Fact]
    public void The_first_of_a_month_is_ordinal()
    {
        French.Date(new DateOnly(2027, 2, 1)).Should().Be("1er\u00A0février 2027");
        French.Date(new DateOnly(2027, 2, 14)).Should().Be("14\u00A0février 2027");
    }

    [Fact]
    public void A_moment_is_told_in_Paris_in_winter_and_in_summer()
    {
        French.DateTime(new DateTimeOffset(2027, 1, 31, 23, 30, 0, TimeSpan.Zero)).Should().Be("1er\u00A0février 2027 à 00:30");
        French.DateTime(new DateTimeOffset(2027, 7, 14, 8, 45, 0, TimeSpan.Zero)).Should().Be("14\u00A0juillet 2027 à 10:45");
    }
}
