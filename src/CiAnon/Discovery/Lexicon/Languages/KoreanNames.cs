using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Korean words in names of columns, in Hangul and, where that is common, in Latin letters.</summary>
internal static class KoreanNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Korean", "*이메일, *전자우편, *메일주소, *전자메일"),
        new(PersonalKind.Phone, "Korean", "*전화번호, *연락처, *휴대폰, *핸드폰, *휴대전화, *팩스, *전화, *비상연락망"),
        new(PersonalKind.Name, "Korean", "*성명, *이름, *고객명, *회원명, *담당자명, *환자명, *직원명, *사원명, *학생명, *예금주, *수취인, *수령인, *보호자, *대표자, *계약자, *신청인, *작성자명, ?담당자, ireum, seongmyeong"),
        new(PersonalKind.Username, "Korean", "*아이디, *닉네임, *별명, *사용자명, *계정명, ?작성자, ?등록자, ?수정자"),
        new(PersonalKind.Address, "Korean", "*주소, *배송지, *거주지, *상세주소, *도로명, *지번, *거소"),
        new(PersonalKind.City, "Korean", "?시군구, ?읍면동, *출생지, *본적"),
        new(PersonalKind.PostalCode, "Korean", "*우편번호"),
        new(PersonalKind.Location, "Korean", "위도, 경도, *좌표"),
        new(PersonalKind.NationalId, "Korean", "*주민등록번호, *주민번호, *외국인등록번호, *여권번호, *운전면허번호, *면허번호, *사업자등록번호, *사업자번호, *보험증번호"),
        new(PersonalKind.Account, "Korean", "*계좌번호, *계좌, *통장번호"),
        new(PersonalKind.Card, "Korean", "*카드번호, *신용카드"),
        new(PersonalKind.Token, "Korean", "*비밀번호, *암호, *인증번호, *비밀키, *인증키"),
        new(PersonalKind.BirthDate, "Korean", "*생년월일, *생일, *출생일, *출생연도, *사망일, *나이, *연령"),
        new(PersonalKind.Gender, "Korean", "*성별"),
        new(PersonalKind.Company, "Korean", "*회사명, *직장명, *근무처, *상호, *업체명, *법인명, ?회사"),
        new(PersonalKind.Income, "Korean", "*급여, *연봉, *월급, *소득, *임금"),
        new(PersonalKind.Special, "Korean", "*국적, *종교, *혈액형, *병명, *진단, *질병, *알레르기, *장애, *결혼여부, *혼인, *처방, *병력, *임신"),
        new(PersonalKind.FreeText, "Korean", "?비고, *메모, ?내용, ?설명, ?의견, ?문의, ?댓글, ?특이사항, ?요청사항"),
        new(PersonalKind.RecordNumber, "Korean", "*회원번호, *고객번호, *환자번호, *사원번호, *사번, *학번, *차트번호, ?주문번호, ?예약번호, ?계약번호"),
        new(PersonalKind.Name, "Korean", "*받는사람, *보내는사람, *이용자명, *계약자명, *보호자명, *작성자명, ?작성자이름"),
        new(PersonalKind.Username, "Korean", "*로그인, *카카오톡"),
        new(PersonalKind.NationalId, "Korean", "*차량번호, *건강보험번호"),
        new(PersonalKind.Company, "Korean", "*제조사, *거래처명, *발행처, *제조업체"),
        new(PersonalKind.Income, "Korean", "*기본급, *수당, *연금"),
        new(PersonalKind.Special, "Korean", "*증상, *복용약, *수술"),
        new(PersonalKind.Ip, "Korean", "*접속ip, *아이피"),
        new(PersonalKind.Name, "Korean", "*주치의, *담임, *배우자, *부모"),
        new(PersonalKind.Special, "Korean", "*몸무게, *복용, *기저질환"),
        new(PersonalKind.Address, "Korean", "*현주소, *자택주소"),
        new(PersonalKind.Company, "Korean", "*직장"),
        new(PersonalKind.RecordNumber, "Korean", "*접수번호, *등록번호"),
        new(PersonalKind.Phone, "Korean", "mbtlnum, telno, offm telno"),
        new(PersonalKind.Name, "Korean", "mber nm, user nm"),
        new(PersonalKind.Username, "Korean", "mber id, emplyr id"),
        new(PersonalKind.NationalId, "Korean", "ihidnum"),
        new(PersonalKind.BirthDate, "Korean", "brthdy"),
        new(PersonalKind.Gender, "Korean", "sexdstn, sexdstn code"),
        new(PersonalKind.Address, "Korean", "adres"),
    ];
}
