using Seminar.Topics.Language;

namespace Seminar.Topics.Tests;

public sealed class French_words
{
    [Theory]
    [InlineData("l'accès", "accès")]
    [InlineData("d’entreprises", "entreprise")]
    [InlineData("Éducation", "education")]
    [InlineData("véhicules", "véhicule")]
    [InlineData("témoignages", "témoignage")]
    [InlineData("accompagnés", "accompagner")]
    [InlineData("nationaux", "national")]
    public void Are_the_same_without_elision_accent_plural_or_conjugation(string written, string same) =>
        FrenchReader.Read(written).Select(word => word.Stem).Should().Equal(FrenchReader.Read(same).Select(word => word.Stem));

    [Fact]
    public void Keep_what_tells_self_confidence_from_confidence() =>
        FrenchReader.Read("confiance en soi").Select(word => word.Plain).Should().Equal("confiance", "soi");

    [Fact]
    public void Know_where_they_stand_in_the_text()
    {
        const string Text = "Manque d’œuvres à l’école";

        FrenchReader.Read(Text).Select(word => Text[word.Start..word.End]).Should().Equal("Manque", "œuvres", "école");
        FrenchReader.Read(Text).Select(word => word.Plain).Should().Equal("manque", "oeuvres", "ecole");
    }
}
