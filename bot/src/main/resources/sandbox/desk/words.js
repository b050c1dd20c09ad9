'use strict';

const STATES = {
  PRE_REVIEW: '待预审核',
  PRE_REVIEW_REJECTED: '预审核退回，等待修改',
  VERIFY_PENDING: '待真实性核验',
  VERIFY_REJECTED: '核验退回，等待重拍',
  ADMIN_REVIEW: '管理员审核',
  ADMIN_REJECTED: '管理员退回，等待修改',
  SUBMITTING: '提交管局中',
  IFACE_REJECTED: '管局接口退回，等待修改',
  SMS_PENDING: '待短信核验',
  SMS_TIMEOUT: '短信核验超时退回',
  BUREAU_REVIEW: '管局审核中',
  BUREAU_REJECTED: '管局驳回，等待修改',
  APPROVED: '已备案',
  WITHDRAWN: '已撤销',
  EXPIRED: '超时关闭',
};

const ACTORS = {
  FILER: '备案人',
  REVIEWER: '预审员',
  ADMINISTRATOR: '管理员',
  INTERFACE: '管局接口',
  PEOPLE: '负责人',
  BUREAU: '管局',
  TIMER: '时间',
  NOBODY: '',
};

const EVENTS = {
  SUBMIT: '提交',
  PASS_PRE_REVIEW: '预审通过',
  ASK_VERIFICATION: '要求真实性核验',
  REJECT_PRE_REVIEW: '退回修改',
  GIVE_VERIFICATION: '完成真实性核验',
  RENEW_LINK: '换新核验链接',
  REJECT_VERIFICATION: '退回重拍核验照',
  PASS_ADMIN: '管理员通过',
  REJECT_ADMIN: '退回备案人修改',
  BACK_TO_VERIFICATION: '退回待核验',
  BACK_TO_PRE_REVIEW: '退回预审',
  INTERFACE_TAKES: '接收，发短信',
  INTERFACE_REJECTS: '按代码退回',
  INTERFACE_BUSY: '901 维护中',
  PERSON_VERIFIES: '完成短信核验',
  ALL_VERIFIED: '全部核验完成',
  SMS_RUNS_OUT: '短信核验超时',
  BUREAU_APPROVES: '批准',
  BUREAU_REJECTS: '驳回',
  RESUBMIT: '重新提交',
  WITHDRAW: '撤销',
  RUN_OUT: '超期关闭',
};

const TYPES = {
  FIRST: '首次备案',
  NEW_SITE_OURS: '新增网站（我方主体）',
  NEW_SITE_OTHER: '新增网站（非我方主体）',
  NEW_ACCESS_OURS: '新增接入（我方主体）',
  NEW_ACCESS_OTHER: '新增接入（非我方主体）',
};

/* The bureau's interface: number and short text. 901 sends nothing back, it is tried again. */
const CODES = [
  ['1003', '网站主办者冲突'],
  ['1004', '无效域名'],
  ['1005', '域名冲突'],
  ['1007', '无效联系方式'],
  ['1008', '无效证件'],
  ['1009', '无效邮箱'],
  ['1010', '无效办公电话'],
  ['1011', '无效手机号码'],
  ['1014', '无效主办单位性质'],
  ['1016', '数据不存在'],
  ['1019', '省市县代码错误'],
  ['1020', '网站名称冲突'],
  ['1021', '首页地址冲突'],
  ['1033', '无效前置审批类型'],
  ['1034', '无效服务内容'],
  ['1046', '不能改变主体所在省'],
  ['1056', '核验单有误'],
  ['1064', '域名在黑名单'],
  ['1065', '主体在黑名单'],
  ['1066', '语言类别错误'],
  ['5008', '含有非法字符'],
  ['901', '维护中'],
];

const STEPS = [
  ['PT1H', '+1小时'], ['PT2H', '+2小时'], ['PT12H', '+12小时'],
  ['P1D', '+1天'], ['P7D', '+7天'], ['P30D', '+30天'],
];

const ASKED = {
  FIELDS: '可以逐项指出要修改的内容，也可以只写整体意见。',
  PICTURES: '请选要重拍的核验照，并写明原因。',
  PICTURES_IF_ANY: '可以指出要重拍的核验照；不写也可以。',
  CODE: '选管局代码；能对应到某一项时选上那一项。',
};
