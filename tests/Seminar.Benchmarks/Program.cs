using Seminar.Benchmarks;

if (args is [BytesYardstick.Argument, var file, ..])
{
    BytesYardstick.Serve(file, args[2..]);
    return 0;
}

string[] known = ["start", "pages", "writes", "groups", "reports", "offer", "files"];
var sections = args.Where(known.Contains).ToArray();
var themes = args is [.., "--themes", var folder] ? Path.GetFullPath(folder) : null;
if (args.Except(known).Any() && themes is null)
{
    Console.Error.WriteLine("Usage : [start] [pages] [writes] [groups] [reports] [offer] [files] [--themes DOSSIER]");
    return 2;
}

var table = new Table();
bool Wants(string section) => sections.Length == 0 || sections.Contains(section);

if (Wants("start") || Wants("pages") || Wants("reports") || Wants("files"))
{
    var published = Published.Build(themes);
    if (Wants("start"))
    {
        await StartSection.MeasureAsync(published, table);
    }

    if (Wants("pages"))
    {
        await PagesSection.MeasureAsync(published, table);
    }

    if (Wants("reports"))
    {
        await ReportsSection.MeasureAsync(published, table);
    }

    if (Wants("files"))
    {
        await FilesSection.MeasureAsync(published, table);
    }
}

if (Wants("writes"))
{
    await WritesSection.MeasureAsync(table);
}

if (Wants("groups"))
{
    GroupsSection.Measure(table);
}

if (Wants("offer"))
{
    await OfferSection.MeasureAsync(table);
}

table.Print();
return 0;
