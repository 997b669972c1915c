using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Chinese words in names of columns, simplified and traditional, and in pinyin.</summary>
internal static class ChineseNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Chinese", "*邮箱, *郵箱, *电子邮件, *電子郵件, *邮件地址, *郵件地址, *信箱, youxiang"),
        new(PersonalKind.Phone, "Chinese", "*手机, *手機, *手机号, *手機號, *电话, *電話, *联系方式, *聯絡方式, *传真, *傳真, *座机, shouji, shoujihao, dianhua, lianxi dianhua"),
        new(PersonalKind.Name, "Chinese", "*姓名, *真实姓名, *真實姓名, *联系人, *聯絡人, *收货人, *收貨人, *收件人, *寄件人, *客户名, *客戶名, *法人代表, *户名, *戶名, *监护人, *监護人, *申请人, *申請人, xingming, lianxiren, shouhuoren"),
        new(PersonalKind.FirstName, "Chinese", "名字"),
        new(PersonalKind.LastName, "Chinese", "姓氏, 姓"),
        new(PersonalKind.Username, "Chinese", "*用户名, *使用者名稱, *用戶名, *昵称, *暱稱, *账号, *帳號, *登录名, *微信号, *微信, *微信號, yonghuming, nicheng, weixin"),
        new(PersonalKind.Address, "Chinese", "*地址, *住址, *详细地址, *詳細地址, *街道, *门牌, *門牌, *住所, dizhi, zhuzhi"),
        new(PersonalKind.City, "Chinese", "*城市, *籍贯, *籍貫, *出生地, ?区县, ?區縣, chengshi"),
        new(PersonalKind.PostalCode, "Chinese", "*邮编, *郵遞區號, *邮政编码, *郵政編碼, youbian"),
        new(PersonalKind.Location, "Chinese", "经度, 纬度, 經度, 緯度, *坐标, *座標"),
        new(PersonalKind.NationalId, "Chinese", "*身份证, *身份證, *身分證, *证件号, *證件號, *证件号码, *护照, *護照, *驾照, *駕照, *驾驶证, *社保号, *社会保障号, *税号, *統一編號, shenfenzheng, zhengjianhao, huzhao"),
        new(PersonalKind.Account, "Chinese", "*银行账号, *银行帐号, *銀行帳號, *账户号, *帳戶"),
        new(PersonalKind.Card, "Chinese", "*卡号, *卡號, *银行卡, *信用卡, *銀行卡"),
        new(PersonalKind.Token, "Chinese", "*密码, *密碼, *口令, *验证码, *驗證碼, *密钥, *密鑰, mima"),
        new(PersonalKind.BirthDate, "Chinese", "*出生日期, *生日, *出生年月, *出生, *年龄, *年齡, *死亡日期, shengri, chusheng riqi"),
        new(PersonalKind.Gender, "Chinese", "*性别, *性別, xingbie"),
        new(PersonalKind.Company, "Chinese", "*公司名, *公司名称, *公司名稱, *工作单位, *工作單位, *单位名称, *企业名称, ?公司, gongsi"),
        new(PersonalKind.Income, "Chinese", "*工资, *工資, *薪水, *薪资, *薪資, *收入, *年薪"),
        new(PersonalKind.Special, "Chinese", "*民族, *国籍, *國籍, *婚姻, *宗教, *血型, *病史, *诊断, *診斷, *疾病, *过敏, *過敏, *政治面貌, *残疾, *殘疾, *病情"),
        new(PersonalKind.FreeText, "Chinese", "?备注, ?備註, ?备注信息, ?描述, ?内容, ?內容, ?留言, ?评论, ?評論, ?说明, ?說明, ?意见, beizhu"),
        new(PersonalKind.RecordNumber, "Chinese", "*学号, *學號, *工号, *工號, *病历号, *病歷號, *会员号, *會員號, *客户编号, *员工编号, ?订单号, ?訂單號, ?合同号"),
        new(PersonalKind.Name, "Chinese", "?拼音, *姓名拼音, *开户名, *開戶名, *家长姓名, *配偶姓名, mingzi"),
        new(PersonalKind.Username, "Chinese", "*登录账号, *登入帳號, zhanghao"),
        new(PersonalKind.Address, "Chinese", "*户籍地, *戶籍地, jiating zhuzhi"),
        new(PersonalKind.NationalId, "Chinese", "*车牌, *車牌, *医保卡"),
        new(PersonalKind.Card, "Chinese", "yinhangka"),
        new(PersonalKind.BirthDate, "Chinese", "nianling, chusheng"),
        new(PersonalKind.Company, "Chinese", "*发票抬头, *發票抬頭, *制造商, *製造商, *生产商, *供应商名称"),
        new(PersonalKind.Income, "Chinese", "gongzi, *奖金, *獎金"),
        new(PersonalKind.Special, "Chinese", "minzu, *症状, *症狀"),
        new(PersonalKind.RecordNumber, "Chinese", "xuehao, gonghao"),
        new(PersonalKind.Username, "Chinese", "*创建人, *创建者, *修改人, *操作员, *操作人, *建立者"),
        new(PersonalKind.Name, "Chinese", "jzxm, lxr, lxrxm, ~xm, *医生, *醫生"),
        new(PersonalKind.Gender, "Chinese", "~xb"),
        new(PersonalKind.BirthDate, "Chinese", "csrq, csny"),
        new(PersonalKind.NationalId, "Chinese", "sfzh, sfzhm, zjhm"),
        new(PersonalKind.Phone, "Chinese", "lxdh, jzdh, sjh, sjhm"),
        new(PersonalKind.Address, "Chinese", "jtzz, txdz, xzz"),
        new(PersonalKind.PostalCode, "Chinese", "yzbm"),
        new(PersonalKind.Special, "Chinese", "zzmm, ~mz, *主诉, *主訴"),
        new(PersonalKind.City, "Chinese", "~jg"),
        new(PersonalKind.RecordNumber, "Chinese", "~xh"),
        new(PersonalKind.Company, "Chinese", "*生产厂家, *厂家"),
    ];
}
