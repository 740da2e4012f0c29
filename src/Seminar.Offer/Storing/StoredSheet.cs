using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Seminar.Offer.Quality;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Storing;

/// <summary>A sheet as its row is written; all that takes time was done before the writer's turn.</summary>
internal sealed class StoredSheet
{
    public StoredSheet(Sheet sheet)
    {
        Kind = sheet.Kind;
        Id = sheet.Id;
        Source = sheet.Text("source")!;
        Name = sheet.Name;
        Departement = SheetWords.DepartementOf(sheet);
        Insee = sheet.Text("code_insee");
        Updated = sheet.Text("date_maj")!;
        Record = sheet.ToJson();
        Fingerprint = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Record)));
        var place = SheetPlace.Of(sheet);
        (Latitude, Longitude) = (place?.Latitude, place?.Longitude);
        Cell = place is { } spot ? Cells.NumberOf(spot.Latitude, spot.Longitude) : null;
        NameWords = SheetWords.Stems(sheet.Name);
        if (sheet.Kind == SheetKind.Structure)
        {
            Words = SheetWords.StemsOfStructure(sheet);
            Tags = SheetWords.TagsOfStructure(sheet, place);
            return;
        }

        Structure = sheet.Text("structure_id");
        IsRemote = sheet.List("modes_accueil").Contains("a-distance");
        Words = SheetWords.Stems(sheet.Text("description"));
        Tags = SheetWords.Tags(sheet, place);
        var lasting = QualityScore.Lasting(sheet).ToList();
        Points = lasting.Sum(criterion => criterion.Points);
        Criteria = lasting.Count;
    }

    public SheetKind Kind { get; }

    public string Id { get; }

    public string Source { get; }

    public string? Structure { get; }

    public string Name { get; }

    public string? Departement { get; }

    public string? Insee { get; }

    public double? Latitude { get; }

    public double? Longitude { get; }

    /// <summary>The square of the map where it is.</summary>
    public long? Cell { get; }

    public bool IsRemote { get; }

    public string Updated { get; }

    /// <summary>Points of the criteria that time does not change, and how many those are.</summary>
    public double Points { get; }

    public int Criteria { get; }

    public long Fingerprint { get; }

    public string Record { get; }

    public string NameWords { get; }

    public string Words { get; }

    public string Tags { get; }

    /// <summary>Set when the row is written.</summary>
    public long Number { get; set; }

    /// <summary>Which import writes it.</summary>
    public long Import { get; set; }
}
